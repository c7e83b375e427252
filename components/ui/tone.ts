export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

export const softTone: Record<Tone, string> = {
  neutral: "bg-hover text-text",
  accent: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

export const fillTone: Record<Tone, string> = {
  neutral: "fill-muted",
  accent: "fill-accent",
  success: "fill-success",
  warning: "fill-warning",
  danger: "fill-danger",
};
