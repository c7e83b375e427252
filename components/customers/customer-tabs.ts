/** The pages of one customer, in the order in which they stand. */
export const customerTabs = (id: string) => {
  const page = `/portal/customers/${id}`;
  return [
    { label: "Overview", href: page, exact: true },
    { label: "Resources", href: `${page}/resources` },
    { label: "Providers", href: `${page}/providers` },
    { label: "Limits", href: `${page}/limits` },
    { label: "Capacity", href: `${page}/capacity` },
    { label: "Groups & domains", href: `${page}/groups` },
    { label: "Activity", href: `${page}/activity` },
  ];
};
