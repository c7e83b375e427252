import { describe, expect, it } from "vitest";
import { breaches } from "./imports";
import { misshapen } from "./shape";

const from = (path: string, ...lines: string[]) => breaches(path, lines.join("\n"));

describe("who may import whom", () => {
  it.each([
    ["lib/api/imco/customers.ts", 'import { listCustomers } from "@/lib/domain/customers/list";'],
    ["lib/api/imco/customers.contract.ts", 'import { paging } from "./paging.contract";'],
    ["components/customers/form.tsx", 'import { call } from "@/lib/api/call";'],
    ["components/charts/chart.tsx", 'const Chart = dynamic(() => import("./area"));'],
    ["lib/domain/customers/list.ts", 'import { read } from "@/db/doors";'],
    ["lib/domain/customers/list.test.ts", 'import { customers } from "@/db/schema/customers";'],
    ["db/client/sqlite.ts", 'const driver = await import("better-sqlite3");'],
    ["lib/core/ids.ts", "// A comment about import() is not one."],
  ])("%s may: %s", (path, line) => {
    expect(from(path, line)).toEqual([]);
  });

  it.each([
    ["app/portal/page.tsx", 'import { read } from "@/db/doors";'],
    ["lib/api/imco/customers.ts", 'import type { Row } from "../../../db/schema/customers";'],
    ["lib/api/imco/customers.contract.ts", 'import { serve } from "../serve";'],
    ["lib/api/imco/customers.ts", 'import { NextResponse } from "next/server";'],
    ["lib/core/ids.ts", 'import { randomBytes } from "node:crypto";'],
    ["components/customers/form.tsx", 'export * from "@/lib/domain/customers/list";'],
    ["components/customers/form.tsx", 'import "@/lib/auth/session";'],
    ["lib/domain/customers/list.ts", 'import { customers } from "@/db/schema/customers";'],
    ["lib/domain/customers/list.ts", 'const later = await import("@/lib/core/money");'],
    ["db/stores/customers.ts", 'import { eq } from "drizzle-orm-next";'],
    ["somewhere/else.ts", ""],
  ])("%s may not: %s", (path, line) => {
    expect(from(path, line)).toHaveLength(1);
  });

  it("names the line of an import that spans several", () => {
    const found = from("app/portal/page.tsx", "", "import {", "  read,", '} from "@/db/doors";');
    expect(found[0]).toMatch(/^app\/portal\/page\.tsx:4 imports @\/db\/doors: app sees all but db/);
  });
});

describe("the shape of files", () => {
  it("wants kebab-case, but leaves addresses as the vendors spell them", () => {
    expect(misshapen("lib/domain/userGroups/list.ts", "")).toHaveLength(1);
    expect(misshapen("components/ui/DataTable.tsx", "")).toHaveLength(1);
    expect(misshapen("app/api/v1/userGroups/[id]/route.ts", "")).toEqual([]);
    expect(misshapen("lib/api/imco/user-groups.contract.ts", "")).toEqual([]);
  });

  it("refuses a file of more than 400 lines, unless it is a test", () => {
    const long = "x\n".repeat(401);
    expect(misshapen("lib/domain/customers/list.ts", long)).toHaveLength(1);
    expect(misshapen("lib/domain/customers/list.test.ts", long)).toEqual([]);
  });
});
