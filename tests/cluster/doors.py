"""Doors before servers: TCP proxies whose connections can be cut, or held so that their bytes wait; before several servers,
a balancer.

They are a process of their own, lest what the tests compute slow them down. It reads a command from each line of its
input, and answers each with a line:

    open NAME OWN PORT...  listens at its own port (0: at any), and carries each connection to one of the ports, by chance,
                           where somebody listens. Answers with its own port.
    cut NAME               resets all connections of a door.
    hold NAME              what comes waits, both ways; who connects is carried nowhere.
    free NAME              what waited goes on.
"""

import asyncio
import contextlib
import random
import socket
import struct
import subprocess
import sys
import threading

# Closes with a reset rather than a farewell.
ABRUPT = struct.pack("ii", 1, 0)


class Doors:
    """The process, seen from the tests."""

    def __init__(self):
        self.lock = threading.Lock()
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", sys.executable, __file__],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )

    def tell(self, *words):
        with self.lock:
            self.process.stdin.write(" ".join(map(str, words)) + "\n")
            answer = self.process.stdout.readline().strip()
        assert answer, f"the doors ended at {words}"
        return answer

    def open(self, name, *ports, own=0):
        """The port of a new door."""
        return int(self.tell("open", name, own, *ports))

    def stop(self):
        self.process.kill()
        self.process.wait()


class Door:
    """One door."""

    def __init__(self, ports):
        self.ports, self.chance = ports, random.Random(1)
        self.is_free, self.streams = asyncio.Event(), set()
        self.is_free.set()

    async def listen(self, port):
        server = await asyncio.start_server(self.carry, "127.0.0.1", port)
        return server.sockets[0].getsockname()[1]

    async def carry(self, reader, writer):
        """One connection, until both ways have ended or it is cut."""
        self.streams.add(writer)
        onward = None
        try:
            await self.is_free.wait()
            there, onward = await self.connect()
            self.streams.add(onward)
            await asyncio.gather(self.pass_on(reader, onward), self.pass_on(there, writer))
        except OSError:
            self.end(writer, onward)
        finally:
            for stream in (writer, onward):
                if stream:
                    stream.close()
                    self.streams.discard(stream)

    async def connect(self):
        ports = self.chance.sample(self.ports, len(self.ports))
        for port in ports[:-1]:
            with contextlib.suppress(OSError):
                return await asyncio.open_connection("127.0.0.1", port)
        return await asyncio.open_connection("127.0.0.1", ports[-1])

    async def pass_on(self, reader, writer):
        while some := await reader.read(1 << 16):
            await self.is_free.wait()
            writer.write(some)
            await writer.drain()
        await self.is_free.wait()
        if writer.can_write_eof() and not writer.is_closing():
            writer.write_eof()

    def cut(self):
        self.end(*self.streams)

    def end(self, *streams):
        for stream in streams:
            if stream and not stream.is_closing():
                stream.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABRUPT)
                stream.transport.abort()


async def serve():
    """Does what the lines of the input say."""
    doors, lines = {}, asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        command, name, *ports = line.decode().split()
        answer = "done"
        if command == "open":
            own, *onward = [int(port) for port in ports]
            doors[name] = Door(onward)
            answer = await doors[name].listen(own)
        elif command == "cut":
            doors[name].cut()
        elif command == "hold":
            doors[name].is_free.clear()
        else:
            doors[name].is_free.set()
        print(answer, flush=True)


if __name__ == "__main__":
    asyncio.run(serve())
