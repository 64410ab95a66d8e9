package org.shenyuan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.shenyuan.events.Role;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The doors of {@code doors.txt}, a world in which every one of them leads somewhere, and
 * one person of each kind to try them.
 */
final class Doors {

	/** Who belongs to two parties. */
	static final String SEVERAL = "clerk";

	private static final List<String> FULL = List.of("authority", "expert", "administrator");

	private static final String TO_LOGIN = "302 /login";

	private static final String NOBODY = "nobody";

	private final World world;

	private final List<String> people = new ArrayList<>();

	private final Map<String, String> examples = new HashMap<>();

	private Doors(World world) {
		this.world = world;
	}

	/**
	 * A line of the table.
	 *
	 * @param who may, {@code answer} what they get, {@code others} what others get
	 * @param json that is sent
	 */
	record Line(String method, String path, List<String> who, String answer, String others, String json) {

		static Line of(String line) {
			String[] cells = line.split("\\|", -1);
			return new Line(cells[0].strip(), cells[1].strip(), List.of(cells[2].strip().split(" ", -1)),
					cells[3].strip(), (cells.length > 4) ? cells[4].strip() : "",
					(cells.length > 5) ? cells[5].strip() : "{}");
		}

		String door() {
			return this.method + " " + this.path.replaceAll("\\?.*", "").replaceAll(":[^}]*}", "}");
		}

		/** Whether it is this door, whatever else the address says. */
		boolean leadsTo(String address) {
			String pattern = this.path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "[^/]+");
			return address.replaceAll("\\?.*", "").matches(pattern);
		}

		/** A page for people, which somebody may open. */
		boolean isPage() {
			return this.method.equals("GET") && !isOfPrograms() && !this.path.startsWith("/v3/")
					&& !this.path.startsWith("/swagger") && !this.path.startsWith("/actuator");
		}

		boolean isOfPrograms() {
			return this.path.startsWith("/api/") || this.path.startsWith("/actuator");
		}

		boolean isWrite() {
			return !this.method.equals("GET") && !this.method.equals("ANY");
		}

		boolean isFor(String person) {
			return this.who.contains("anyone") || this.who.contains(person)
					|| (this.who.contains("everyone") && !person.equals(NOBODY))
					|| (this.who.contains("full") && FULL.contains(person));
		}

		String expected(String person) {
			return isFor(person) ? this.answer
					: (person.equals(NOBODY) ? (isOfPrograms() ? "401" : TO_LOGIN) : this.others);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	static Stream<Line> lines() throws IOException {
		return new ClassPathResource("doors.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(Line::of);
	}

	/** Settles a world anew, with something behind every door. */
	static Doors settle(World world) {
		Doors doors = new Doors(world);
		world.settle();
		new OneOfEach(10).bodies().forEach((kind, body) -> {
			assertThat(world.as("admin").record(kind, body.toString()).status()).as(kind).isEqualTo(201);
			doors.examples.put("@" + kind, body.get("id").asString());
		});
		doors.open("processor", "WORKS", Role.PROCESSOR);
		doors.open("grower", "FARM", Role.GROWER);
		doors.open("neighbour", "FARM2", Role.GROWER);
		doors.open("trader", "PARTY-10", Role.TRADER);
		doors.open("laboratory", "LAB", Role.LABORATORY);
		doors.open("expert", "PANEL", Role.EXPERT);
		doors.open("authority", "AUTH", Role.AUTHORITY);
		doors.open("administrator", "", Role.ADMINISTRATOR);
		doors.several()
			.forEach((party, same) -> world.open(SEVERAL, party,
					Role.valueOf(same.equals("neighbour") ? "GROWER" : "PROCESSOR")));
		doors.furnish(world.as("processor"));
		Api authority = world.as("authority");
		doors.examples.put("@snapshot",
				authority.get("/api/v1/recalls/" + doors.examples.get("@recalled"))
					.json()
					.at("/snapshots/0/id")
					.asString());
		doors.examples.put("@code",
				authority.get("/api/v1/runs/RUN-10").json().get("scan").asString().replaceAll(".*/", ""));
		return doors;
	}

	/** The names of everybody with an account. */
	List<String> people() {
		return List.copyOf(this.people);
	}

	/** The parties of one person, and who else has the same party and role. */
	Map<String, String> several() {
		return Map.of("FARM2", "neighbour", "WORKS", "processor");
	}

	/** Where a line leads in this world. */
	String address(Line line) {
		String path = line.path().replaceAll("\\{\\w+:([^}]*)}", "$1");
		for (Map.Entry<String, String> example : this.examples.entrySet()) {
			path = path.replaceAll(example.getKey() + "(?![a-zA-Z])", example.getValue());
		}
		return path;
	}

	private void open(String name, String party, Role role) {
		this.world.open(name, party, role);
		this.people.add(name);
	}

	/** What a party has of its own besides lots. */
	private void furnish(Api works) {
		String stock = """
				{"name":"标签","geometry":{"paperWidth":210,"paperHeight":297,"labelWidth":90,"labelHeight":50,\
				"grids":[{"columns":2,"rows":5,"left":12,"top":20,"pitchX":95,"pitchY":52}]}}""";
		String printer = "{\"name\":\"打印机\",\"dpi\":300,\"right\":0,\"down\":0}";
		Map.of("stocks/STOCK-1", stock, "stocks/STOCK-2", stock, "printers/PRINTER-1", printer, "printers/PRINTER-2",
				printer, "company-prefix", "{\"prefix\":\"9521234\"}")
			.forEach((path, body) -> assertThat(works.put("/api/v1/" + path, body).status()).as(path).isEqualTo(200));
		Api.Answer cartons = works.put("/api/v1/lots/PACKS-10/cartons/CARTONS-1", "{\"count\":1,\"units\":10}");
		assertThat(cartons.status()).as(cartons.body()).isEqualTo(200);
		this.examples.put("@sscc", cartons.json().get("first").asString());
	}

}
