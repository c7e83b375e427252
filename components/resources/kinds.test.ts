import { describe, expect, it } from "vitest";
import { kindCount } from "./kinds";

describe("a count of a kind", () => {
  it("reads as part of a sentence", () => {
    expect(kindCount("servers", 1)).toBe("1 server");
    expect(kindCount("server_snapshots", 1200)).toBe("1,200 server snapshots");
    expect(kindCount("floating_ips", 1)).toBe("1 floating IP");
    expect(kindCount("dns_zones", 3)).toBe("3 DNS zones");
  });
});
