import { aliveAt } from "../../core/time";
import { customerStatuses } from "../../domain/customers/customer";
import { allCustomers, findCustomers } from "../../domain/customers/read";
import { startJob } from "../../domain/jobs/run";
import { resourcesOf } from "../../domain/resources/read";
import type { Endpoint } from "../serve";
import * as contracts from "./customers.contract";
import { changes, reads, streams } from "./method";
import { listed, rootObject, toYaml } from "./root-object";
import { toXml, xmlSchema } from "./xml";

interface Details {
  name?: string | undefined;
  description?: string | undefined;
  address?: string | undefined;
  city?: string | undefined;
  country?: string | undefined;
}

/** Empty is not given, also where nothing is left of it once trimmed. */
const given = ({ name, description, address, city, country }: Details) => ({
  ...(name && { name }),
  ...(description && { description }),
  ...(address && { addressLine1: address }),
  ...(city && { city }),
  ...(country && { country }),
});

const create = changes(contracts.create, ({ scope, args, job, now }) => {
  const group = args.resourcegroupguid && { resourceGroupId: args.resourcegroupguid };
  return startJob(scope, "customer.create", { ...given(args), name: args.name, ...group }, job, now);
});

const updateModelProperties = changes(contracts.updateModelProperties, ({ scope, args, customer, job, now }) => {
  const policy = args.retentionpolicyguid && { retentionPolicyId: args.retentionpolicyguid };
  const details = { ...given(args), ...policy };
  return startJob(scope, "customer.updateModelProperties", { customerId: customer.id, details }, job, now);
});

const remove = changes(contracts.remove, ({ scope, customer, job, now }) =>
  startJob(scope, "customer.delete", { customerId: customer.id }, job, now),
);

const setStatus = changes(contracts.setStatus, ({ scope, args, customer, job, now }) =>
  startJob(scope, "customer.setStatus", { customerId: customer.id, status: args.status }, job, now),
);

const list = streams(contracts.list, async function* ({ scope, customer }) {
  if (customer) yield [listed(customer)];
  else for await (const chunk of allCustomers(scope)) yield chunk.map(listed);
});

const find = reads(contracts.find, ({ scope, args }) => {
  const { name, status, resourcegroupguid: resourceGroupId } = args;
  return findCustomers(scope, { name: name || undefined, status, resourceGroupId });
});

const listStatuses = reads(contracts.listStatuses, async () => [...customerStatuses]);

const getObject = reads(contracts.getObject, async ({ scope, customer }) =>
  JSON.stringify(await rootObject(scope, customer)),
);

const getYaml = reads(contracts.getYaml, async ({ scope, customer }) => toYaml(await rootObject(scope, customer)));

const getXml = reads(contracts.getXml, async ({ scope, customer }) => toXml(await rootObject(scope, customer)));

const getXmlSchema = reads(contracts.getXmlSchema, async () => xmlSchema);

const listCloudSpaces = reads(contracts.listCloudSpaces, async ({ scope, customer, now }) =>
  (await resourcesOf(scope, customer.id)).flatMap((provider) =>
    provider.projects.map((project) => ({
      guid: project.id,
      name: project.name,
      providerguid: provider.id,
      providername: provider.name,
      resources: Object.values(project.resources)
        .flat()
        .filter((resource) => aliveAt(resource, now)).length,
    })),
  ),
);

export const endpoints: readonly Endpoint[] = [
  ...create,
  ...updateModelProperties,
  ...remove,
  ...list,
  ...find,
  ...listStatuses,
  ...setStatus,
  ...getObject,
  ...getYaml,
  ...getXml,
  ...getXmlSchema,
  ...listCloudSpaces,
];
