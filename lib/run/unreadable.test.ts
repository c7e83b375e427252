import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { answerUnreadable } from "./unreadable";

it.each([
  [400, "BREW / HTTP/1.1\r\nHost: x\r\n\r\n"],
  [431, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`],
])("answers %i in JSON, and closes the connection", async (status, request) => {
  const server = createServer().on("clientError", answerUnreadable).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(request);
  const [head, body] = (await text(socket)).split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(body ?? "")).toEqual({ error: expect.any(String) });
  server.close();
});
