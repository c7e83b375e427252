import { useQuery } from "@tanstack/react-query";
import { call } from "@/lib/api/call";
import { previewDeletion } from "@/lib/api/portal/customers.contract";

/** What one customer has at stake, read anew at each asking. */
export const useStake = (id: string, wanted = true) =>
  useQuery({
    queryKey: ["deletion", id],
    queryFn: ({ signal }) => call(previewDeletion, { params: { id }, signal }),
    staleTime: 0,
    enabled: wanted,
  });
