import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

const tones: Record<string, Tone> = {
  GET: "accent",
  POST: "success",
  PUT: "warning",
  PATCH: "warning",
  DELETE: "danger",
};

export const Method = ({ name }: { name: string }) => (
  <Badge tone={tones[name]} className="font-mono">
    {name}
  </Badge>
);
