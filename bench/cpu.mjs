/** Loaded into each server under measurement: answers its parent with the CPU and memory that it has used. */
process.on("message", (asked) => {
  if (asked !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() });
});
