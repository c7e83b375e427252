import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

const states: Record<"active" | "expired" | "revoked", { tone: Tone; label: string }> = {
  active: { tone: "success", label: "Active" },
  expired: { tone: "neutral", label: "Expired" },
  revoked: { tone: "danger", label: "Revoked" },
};

export const KeyState = ({ state }: { state: keyof typeof states }) => (
  <Badge tone={states[state].tone} dot>
    {states[state].label}
  </Badge>
);
