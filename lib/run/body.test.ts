import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { bodyOf } from "./body";

const MB = 1024 * 1024;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers with the size of each body, and 413 beyond a megabyte; and a connection to it. */
async function connected(dropped?: { bytes: number; ms: number }) {
  const server = createServer((request, response) => {
    bodyOf(request, MB, dropped)
      .then((body) => response.end(`size ${body.length}`))
      .catch(() => response.writeHead(413).end("too large"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let text = "";
  const closed = new Promise((resolve) => socket.on("error", () => undefined).on("close", resolve));
  const read = () => socket.on("data", (part) => (text += part));
  closing.push(
    () => socket.destroy(),
    () => server.close(),
  );
  const heard = async (what: RegExp) => {
    while (!what.test(text)) await once(socket, "data");
    return text;
  };
  return { socket, read, heard, closed };
}

const head = (length: number) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;

it.each([2, 25, 100])("answers 413 to whoever writes %i MB first and reads then, and goes on", async (size) => {
  const { socket, read, heard } = await connected();
  socket.write(head(size * MB));
  for (let n = 0; n < size; n++) if (!socket.write(Buffer.alloc(MB))) await once(socket, "drain");
  read();
  expect(await heard(/too large/)).toMatch(/^HTTP\/1.1 413 /);
  socket.write(`${head(3)}abc`);
  expect(await heard(/size/)).toMatch(/size 3/);
});

it("answers 413 before anything is written, and where no length is told", async () => {
  const told = await connected();
  told.read();
  told.socket.write(head(5 * MB));
  expect(await told.heard(/too large/)).toMatch(/^HTTP\/1.1 413 /);
  const chunked = await connected();
  chunked.read();
  chunked.socket.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  chunked.socket.write(`${(2 * MB).toString(16)}\r\n`);
  chunked.socket.write(Buffer.alloc(2 * MB));
  expect(await chunked.heard(/too large/)).toMatch(/^HTTP\/1.1 413 /);
  chunked.socket.write("\r\n0\r\n\r\n");
});

it("closes the connection on whoever goes on for too long, or with too much", async () => {
  const slow = await connected({ bytes: 100 * MB, ms: 50 });
  slow.read();
  slow.socket.write(head(5 * MB));
  await slow.closed;
  const much = await connected({ bytes: MB, ms: 60_000 });
  much.read();
  much.socket.write(head(20 * MB));
  much.socket.write(Buffer.alloc(10 * MB));
  await much.closed;
});
