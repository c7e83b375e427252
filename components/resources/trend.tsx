"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/loading";
import { formatBytes, formatNumber } from "../ui/format";
import type { Kind } from "./kinds";
import type { TrendPoint } from "./trend-chart";

/** The chart's library is fetched after the page is there. */
const TrendChart = dynamic(() => import("./trend-chart"), {
  ssr: false,
  loading: () => <Skeleton className="h-50 w-full" />,
});

export const Trend = ({ kind, points }: { kind: Kind; points: readonly TrendPoint[] }) => (
  <TrendChart
    kind={kind}
    points={points}
    format={kind === "object_storage" ? (bytes) => formatBytes(bytes, "decimal") : formatNumber}
  />
);
