import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { call } from "@/lib/testing/call";
import { headersOf, placeholders } from "@/lib/testing/world";
import { routers } from "../surfaces";

/** The examples of cloudapi.txt, letter by letter, without their host. */
const page = `
/appserver/rest/cloud_api_customer/getObject?rootobjectguid=<guid>&jobguid=<>&executionparams=<>
/appserver/rest/cloud_api_customer/removeCapacityAvailable?customerguid=<guid>&capacityunittype=<string>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/listCapacity?customerguid=<>&jobguid=<>&executionparams=<>
/appserver/rest/cloud_api_customer/find?name=<>&status=<>&resourcegroupguid=<>&jobguid=<>&executionparams=<>
/appserver/rest/cloud_api_customer/unregisterDomain?customerguid=<>&username=<>&password=<>&domain=<>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/create?name=<string>&resourcegroupguid=<guid>&description=<string>&address=<string>&city=<string>&country=<string>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/setStatus?customerguid=<guid>&status=<string>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/updateModelProperties?customerguid=<guid>&name=<string>&description=<string>&address=<string>&city=<string>&country=<string>&retentionpolicyguid=<guid>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/addCloudUserGroup?customerguid=<guid>&cloudusergroupguid=<guid>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/registerDomain?customerguid=<>&username=<>&password=<>&domain=<>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/listGroups?customerguid=<>&jobguid=<>&executionparams=<>
/appserver/rest/cloud_api_customer/removeCloudUserGroup?customerguid=<guid>&cloudusergroupguid=<guid>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/removeCapacityConsumed?customerguid=<guid>&capacityunittype=<string>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/addCapacityConsumed?customerguid=<guid>&amount=<integer>&capacityunittype=<string>&name=<string>&description=<>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/addCapacityAvailable?customerguid=<guid>&amount=<integer>&capacityunittype=<string>&name=<string>&description=<>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/list?customerguid=<>&jobguid=<>&executionparams=<>
/appserver/rest/cloud_api_customer/getYAML?customerguid=<guid>&jobguid=<guid>&executionparams=<dictionary>
/appserver/rest/cloud_api_customer/listStatuses?jobguid=<>&executionparams=<>
/appserver/rest/cloud_api_customer/delete?customerguid=<guid>&jobguid=<guid>&executionparams=<dictionary>
`;
const examples = page
  .trim()
  .split("\n")
  .map((url) => [/([^/]+)\?/.exec(url)?.[1] ?? "", url] as const);

/** Methods that only read answer no job. */
const reading = /^(get|list|find)/;
const headers = headersOf("cloudapi", "reseller");

describe("the page's examples", () => {
  const values: Record<string, string> = {};

  beforeEach(async () => {
    const world = await placeholders();
    const parent = await call(routers.cloudapi, {
      url: `/appserver/rest/cloud_api_customer/setStatus?customerguid=${world.disposable}&status=ACTIVE`,
      headers,
    });
    Object.assign(values, {
      rootobjectguid: world.disposable,
      customerguid: world.disposable,
      cloudusergroupguid: world.group,
      resourcegroupguid: randomUUID(),
      retentionpolicyguid: randomUUID().toUpperCase(),
      name: "Åland & Söhne",
      description: "A customer: of the page",
      address: "12 Quay Road",
      city: "Cork",
      country: "Ireland",
      status: "DISABLED",
      amount: "16",
      capacityunittype: "CU",
      username: world.login,
      password: world.password,
      domain: world.disposableDomain,
      jobguid: (parent.json as { jobguid: string }).jobguid,
      executionparams: '{"name": "From the page", "maxduration": 60}',
    });
  });

  const filled = (url: string) =>
    url.replace(/(\w+)=<\w*>/g, (_, name: string) => `${name}=${encodeURIComponent(values[name] ?? "")}`);

  it.each(examples)("%s answers by GET", async (method, url) => {
    const reply = await call(routers.cloudapi, { url: filled(url), headers });
    expect(reply.status, reply.text).toBe(200);
    expect(reply.json).toEqual({
      jobguid: reading.test(method) ? null : expect.stringMatching(/^[0-9a-f-]{36}$/),
      result: expect.anything(),
    });
  });

  it.each(examples)("%s answers by POST with the same as a form", async (method, url) => {
    const [path = "", query = ""] = filled(url).split("?");
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    const reply = await call(routers.cloudapi, { method: "POST", url: path, headers: form, body: query });
    expect(reply.status, reply.text).toBe(200);
    expect(reply.json).toEqual({
      jobguid: reading.test(method) ? null : expect.stringMatching(/^[0-9a-f-]{36}$/),
      result: expect.anything(),
    });
  });

  it.each(examples)("%s answers with every argument that is optional left empty", async (_, url) => {
    const empty = filled(url).replace(/(jobguid|executionparams|description|resourcegroupguid)=[^&]+/g, "$1=");
    const reply = await call(routers.cloudapi, { url: empty, headers });
    expect(reply.status, reply.text).toBe(200);
  });
});
