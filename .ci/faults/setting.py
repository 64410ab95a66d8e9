"""Backends, a database and a load, as users have them: processes of their own, spoken to over HTTP."""
import base64, glob, http.client, json, os, random, re, signal, socket, subprocess, sys, threading, time, uuid

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TARGET = os.path.join(ROOT, 'backend', 'target', 'faults')
OPEN = ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow',
        '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
BROWSER = {'User-Agent': 'Mozilla/5.0'}
_log = None


def start_log(name):
    global _log
    os.makedirs(TARGET, exist_ok=True)
    _log = open(os.path.join(TARGET, name + '.log'), 'w')
    say(name)


def say(text):
    line = time.strftime('%H:%M:%S ') + text
    print(line, flush=True)
    _log.write(line + '\n')
    _log.flush()


def expect(true, text):
    say(('holds: ' if true else 'FAILS: ') + text)
    if not true:
        raise SystemExit(1)


def java():
    homes = [os.environ.get('JAVA_HOME', '')] + sorted(glob.glob('/usr/lib/jvm/*'), reverse=True)
    for home in homes:
        program = os.path.join(home, 'bin', 'java')
        if os.path.exists(program):
            version = subprocess.run([program, '-version'], capture_output=True, text=True).stderr
            if int(re.search(r'version "(\d+)', version).group(1)) >= 25:
                return program
    raise SystemExit('No JDK 25 or newer in JAVA_HOME or /usr/lib/jvm')


def jar(kind):
    where = os.environ.get('JARS', os.path.join(ROOT, 'backend', 'target'))
    found = [j for j in glob.glob(os.path.join(where, 'shenyuan-backend-*.jar'))
             if ('external' in j) == (kind == 'external')]
    if not found:
        raise SystemExit('Build it first: mvn package -DskipTests' + (' -Pexternal' if kind == 'external' else ''))
    return found[0]


def folder(name):
    path = os.path.join(TARGET, name)
    subprocess.run(['rm', '-rf', path], check=True)
    os.makedirs(path)
    return path


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def ask(address, method, path, body=None, headers=None, timeout=60):
    """Status and text; 0 when nobody answered."""
    connection = http.client.HTTPConnection(address, timeout=timeout)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode('utf-8', 'replace')
    except (OSError, http.client.HTTPException):
        return 0, ''
    finally:
        connection.close()


def token(address, name, password='ginseng', tries=30, must=True):
    basic = base64.b64encode(f'{name}:{password}'.encode()).decode()
    for _ in range(tries):
        status, text = ask(address, 'POST', '/api/v1/tokens', headers={'Authorization': 'Basic ' + basic})
        if status == 201:
            return {'Authorization': 'Bearer ' + json.loads(text)['token']}
        time.sleep(1)
    if not must:
        return None
    raise SystemExit(f'No token for {name}: {status} {text}')


class Program:
    """A process with its output in a file."""

    def __init__(self, name, command, ready, env=None):
        self.name, self.command, self.ready, self.env = name, command, ready, env
        self.output = _log.name.removesuffix('.log') + '-' + name + '.out'
        open(self.output, 'w').close()
        self.process = None

    def start(self, wait=True):
        out = open(self.output, 'a')
        self.process = subprocess.Popen(self.command, stdout=out, stderr=subprocess.STDOUT,
                                        env={**os.environ, **(self.env or {})}, start_new_session=True)
        if wait:
            self.await_ready()
        return self

    def await_ready(self, seconds=240):
        deadline = time.time() + seconds
        while not self.ready():
            if self.process.poll() is not None:
                raise SystemExit(f'{self.name} ended: {self.text()[-2000:]}')
            if time.time() > deadline:
                raise SystemExit(f'{self.name} does not get ready: {self.text()[-2000:]}')
            time.sleep(0.1)

    def text(self):
        return open(self.output, errors='replace').read()

    def kill(self):
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self, seconds=60):
        self.process.terminate()
        return self.process.wait(seconds)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.kill()


class Backend(Program):
    """With the demonstration season, whose people have a known password."""

    def __init__(self, name, data, kind='', options=(), env=None, heap='400m', before=()):
        self.data, self.port = data, free_port()
        self.address = f'127.0.0.1:{self.port}'
        super().__init__(name, [*before, java(), *OPEN, '-Xmx' + heap, '-jar', jar(kind), '--spring.profiles.active=demonstration',
                                f'--server.port={self.port}', f'--shenyuan.data={data}',
                                '--shenyuan.page-cache-mebibytes=64', '--shenyuan.most-scans-a-minute=1000000',
                                *options], self.is_ready, env)

    def is_ready(self):
        return 'Print labels' in self.text()[self.begun:] and ask(self.address, 'GET', '/readyz', timeout=5)[0] == 200

    def start(self, wait=True):
        self.begun = len(self.text())
        return super().start(wait)

    def code(self):
        return re.search(r'/21/(\S+)', self.text()).group(1)


class Database(Program):
    """A Neo4j server in a process of its own, from what Maven Central has."""

    def __init__(self, home, port=None):
        self.port, self.password = port or free_port(), 'secret-of-' + uuid.uuid4().hex
        self.begun = 0
        classpath = os.path.join(TARGET, 'neo4j.classpath')
        if not os.path.exists(classpath):
            subprocess.run(['mvn', '-B', '-q', '-f', os.path.join(HERE, 'pom.xml'), 'dependency:build-classpath',
                            '-Dmdep.outputFile=' + classpath], check=True)
        super().__init__('neo4j', [java(), *OPEN, '-Xmx400m', '-cp', open(classpath).read(),
                                   os.path.join(HERE, 'Neo4j.java'), home, str(self.port), self.password],
                         lambda: 'Neo4j serves' in self.text()[self.begun:])

    def start(self, wait=True):
        self.begun = len(self.text())
        return super().start(wait)

    def options(self, port=None):
        return [f'--spring.neo4j.uri=bolt://127.0.0.1:{port or self.port}', '--spring.neo4j.authentication.username=neo4j',
                f'--spring.neo4j.authentication.password={self.password}']


class Load:
    """A grower who notes work in the field, each with an id, and sends again what was not answered; and buyers."""

    def __init__(self, address, grower, code, writers=4, buyers=2, again=True):
        self.address, self.grower, self.code, self.again = address, grower, code, again
        self.acknowledged, self.answers, self.counted, self.slowest = {}, {}, 0, 0.0
        self.unanswered, self.lock, self.over = [], threading.Lock(), threading.Event()
        self.threads = [threading.Thread(target=self.write, daemon=True) for _ in range(writers)]
        self.threads += [threading.Thread(target=self.scan, daemon=True) for _ in range(buyers)]

    def begin(self):
        for thread in self.threads:
            thread.start()
        return self

    def end(self):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def note(self, what, status, begun):
        with self.lock:
            self.answers[f'{what} {status}'] = self.answers.get(f'{what} {status}', 0) + 1
            self.slowest = max(self.slowest, time.time() - begun)

    def write(self):
        while not self.over.is_set():
            event = worked()
            while True:
                begun = time.time()
                status, text = record(self.address, self.grower, event)
                self.note('event', status, begun)
                if status in (200, 201):
                    with self.lock:
                        self.acknowledged[event['id']] = json.loads(text)['hash']
                    break
                if not self.again or status not in (0, 502, 503, 504) or self.over.is_set():
                    with self.lock:
                        self.unanswered.append(event)
                    if not self.again and status == 0:
                        return
                    break
                time.sleep(0.3)

    def scan(self):
        while not self.over.is_set():
            begun = time.time()
            status, _ = ask(self.address, 'GET', '/t/' + self.code, headers={'Accept': 'text/html', **BROWSER})
            self.note('page', status, begun)
            status, _ = ask(self.address, 'POST', f'/t/{self.code}/scans', headers=BROWSER)
            self.note('scan', status, begun)
            if status == 204:
                self.counted += 1
            time.sleep(0.05)


def worked():
    return {'type': 'fieldWorked', 'id': str(uuid.uuid4()), 'at': f'2023-0{random.randint(6, 8)}-1{random.randint(0, 9)}T07:30:00+08:00',
            'by': 'QINGHE', 'plot': 'QH-P1', 'stand': 'QH-P1-2021', 'work': 'WEED'}


def record(address, person, event, timeout=60):
    body = {k: v for k, v in event.items() if k != 'type'}
    return ask(address, 'POST', '/api/v1/events/' + event['type'], json.dumps(body),
               {'Content-Type': 'application/json', **person}, timeout)


def log(address, admin):
    """Ids and hashes of the whole log."""
    found, after = {}, ''
    while True:
        status, text = ask(address, 'GET', '/api/v1/events?limit=1000' + ('&after=' + after if after else ''), headers=admin)
        if status != 200:
            raise SystemExit(f'The log cannot be read: {status} {text}')
        page = json.loads(text)
        for entry in page['events']:
            found[entry['event']['id']] = entry['hash']
        after = page['next']
        if not page['more']:
            return found


def scans(address, code):
    return json.loads(ask(address, 'GET', '/t/' + code, headers={'Accept': 'application/json'})[1])['count']['scans']


def audit(address, admin):
    status, text = ask(address, 'POST', '/actuator/audit', '{}', {'Content-Type': 'application/json', **admin}, 300)
    return json.loads(text)['findings'] if status == 200 else {'no answer': status}


def all_found(address, admin, loads):
    """Acknowledged is found, with the same content; and the ledger is sound."""
    there = log(address, admin)
    acknowledged = {}
    for load in loads:
        acknowledged.update(load.acknowledged)
    lost = [i for i, h in acknowledged.items() if there.get(i) != h]
    expect(not lost, f'acknowledged {len(acknowledged)}, found {len(acknowledged) - len(lost)}, in the log {len(there)}')
    findings = audit(address, admin)
    expect(findings == {}, f'the audit of the ledger finds nothing {findings or ""}')
