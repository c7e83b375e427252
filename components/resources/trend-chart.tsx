"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatNumber } from "../ui/format";
import { type Kind, kindColour, kindLabels } from "./kinds";

export interface TrendPoint {
  /** "2026-03-04" */
  day: string;
  value: number;
}

/** One kind over time. `unit` names the values where they are not a count. */
export default function TrendChart({
  kind,
  points,
  format = formatNumber,
}: {
  kind: Kind;
  points: readonly TrendPoint[];
  format?: (value: number) => string;
}) {
  const colour = kindColour[kind];
  return (
    <ResponsiveContainer width="100%" height={200}>
      <AreaChart data={[...points]} margin={{ top: 4, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="day" tick={{ fill: "var(--muted)", fontSize: 11 }} tickLine={false} minTickGap={48} />
        <YAxis
          allowDecimals={false}
          tick={{ fill: "var(--muted)", fontSize: 11 }}
          tickLine={false}
          axisLine={false}
          width={64}
          tickFormatter={format}
        />
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => [format(Number(value)), kindLabels[kind]]}
          contentStyle={{
            background: "var(--raised)",
            border: "1px solid var(--border)",
            borderRadius: 8,
            fontSize: 12,
          }}
          labelStyle={{ color: "var(--muted)" }}
          itemStyle={{ color: "var(--text)" }}
        />
        <Area
          type="stepAfter"
          dataKey="value"
          stroke={colour}
          fill={colour}
          fillOpacity={0.15}
          isAnimationActive={false}
          dot={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
