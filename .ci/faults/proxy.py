"""A TCP proxy on loopback that hands on what a server says after a while."""
import socket, threading, time
from queue import Queue


class Delaying:

    def __init__(self, to):
        self.to, self.delay = to, 0.0
        self.server = socket.create_server(('127.0.0.1', 0))
        self.port = self.server.getsockname()[1]

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *ignored):
        self.server.close()

    def accept(self):
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            upstream = socket.create_connection(('127.0.0.1', self.to))
            late = Queue()
            for work, given in ((self.copy, (client, upstream)), (self.read, (upstream, late)), (self.write, (late, client))):
                threading.Thread(target=work, args=given, daemon=True).start()

    def copy(self, source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        sink.close()

    def read(self, source, late):
        try:
            while data := source.recv(65536):
                late.put((time.monotonic() + self.delay, data))
        except OSError:
            pass
        late.put((0, b''))

    def write(self, late, sink):
        while True:
            due, data = late.get()
            if not data:
                sink.close()
                return
            time.sleep(max(0, due - time.monotonic()))
            try:
                sink.sendall(data)
            except OSError:
                return
