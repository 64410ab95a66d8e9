package org.shenyuan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.shenyuan.Doors.Line;
import org.shenyuan.Surfer.Answer;
import org.shenyuan.Surfer.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of every form that anybody finds on any page, filled in by somebody who
 * means harm. Pages are found by the table of doors and the links on them, forms on the
 * pages; so a new form is tried without a word here.
 */
@BackendTest
@Import(World.class)
class HostileFormsIT {

	/** 123 times 99: what no template must find out. */
	private static final String EVALUATED = "12177";

	private static final String ELEMENT = "<script>alert(1)</script>";

	/** To a browser an element, to a template an expression, to Cypher the end of one. */
	private static final byte[] MARKUP = Surfer
		.utf8(ELEMENT + "<img src=x onerror=alert(2)>\"'[[${123*99}]]__${123*99}__"
				+ "*{123*99}#{x}{0}' OR 1=1 //`}) DETACH DELETE n;");

	private static final byte[] LONG = Surfer
		.utf8("a\0b\u0007\u001B[31m\u202Ec\u2066d\u200Fe\r\nf" + "参".repeat(2_000));

	/** Halves of pairs, and what is no UTF-8 at all. */
	private static final byte[] NO_TEXT = { 'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xED, (byte) 0xB0,
			(byte) 0x80, (byte) 0xFF };

	private static final byte[] MEGABYTE = Surfer.utf8("a".repeat(1 << 20));

	/** Behind one door: forms differ by what a page is about. */
	private static final int MOST_PAGES = 3;

	/** Who together see all that was recorded. */
	private static final Set<String> READERS = Set.of("processor", "grower", "authority", "administrator");

	@Autowired
	private World world;

	@Test
	void whateverIsTypedIsRefusedOrShownAsText() throws IOException {
		Doors doors = Doors.settle(this.world);
		List<Surfer> people = new ArrayList<>();
		doors.people().forEach((name) -> people.add(new Surfer(this.world.address(), name)));
		people.add(new Surfer(this.world.address(), ""));
		SoftAssertions softly = new SoftAssertions();
		Map<String, Map<Surfer, Form>> forms = new LinkedHashMap<>();
		for (Surfer surfer : people) {
			for (Answer page : pages(doors, surfer)) {
				assertQuiet(softly, surfer + " before", page);
				for (Form form : page.forms()) {
					if (!form.open().isEmpty()) {
						forms.computeIfAbsent(shape(form), (shape) -> new LinkedHashMap<>()).putIfAbsent(surfer, form);
					}
				}
			}
		}
		assertThat(forms).as("forms").hasSizeGreaterThan(30);
		forms.values().forEach((found) -> {
			attack(softly, found.entrySet().iterator().next());
			found.entrySet().stream().skip(1).forEach((other) -> attackAtOnce(softly, other, MARKUP));
		});
		StringBuilder shown = new StringBuilder();
		for (Surfer surfer : people.stream().filter((one) -> READERS.contains(one.toString())).toList()) {
			for (Answer page : pages(doors, surfer)) {
				assertQuiet(softly, surfer + " after", page);
				shown.append(page.body().contains("&lt;script&gt;alert(1)") ? page.path() + "\n" : "");
			}
		}
		softly.assertThat(shown.toString()).as("where it is shown as text").isNotEmpty();
		softly.assertAll();
	}

	/** As whoever else finds it, and where one field more or less makes no difference. */
	private static void attackAtOnce(SoftAssertions softly, Map.Entry<Surfer, Form> found, byte[] harm) {
		Map<String, byte[]> filled = found.getValue().sent();
		found.getValue().open().forEach((field) -> filled.put(field, harm));
		assertQuiet(softly, found.getKey() + " with all at once", found.getKey().send(found.getValue(), filled));
	}

	/** Field by field, by who found it first. */
	private static void attack(SoftAssertions softly, Map.Entry<Surfer, Form> found) {
		Form form = found.getValue();
		for (String field : form.open()) {
			String how = found.getKey() + " with " + field;
			Answer answer = found.getKey().send(form, form.with(field, MARKUP));
			assertQuiet(softly, how, answer);
			softly.assertThat(answer.location()).as(how + " to " + answer.path()).doesNotEndWith("/login");
		}
		// An address has no room for as much.
		if (form.method().equals("POST")) {
			attackAtOnce(softly, found, LONG);
		}
		String field = form.open().getLast();
		// In parts it is read with stand-ins, which no text may have.
		assertTurnedAway(softly, found.getKey().send(form, form.with(field, NO_TEXT)), form.multipart() ? 422 : 400);
		if (form.method().equals("POST")) {
			assertTurnedAway(softly, found.getKey().send(form, form.with(field, MEGABYTE)), 413);
		}
	}

	/** With a page that says so. */
	private static void assertTurnedAway(SoftAssertions softly, Answer answer, int status) {
		softly.assertThat(answer.status()).as(answer.path()).isEqualTo(status);
		softly.assertThat(answer.page().select("h1").text()).as(answer.path()).isNotEmpty();
	}

	private static void assertQuiet(SoftAssertions softly, String how, Answer answer) {
		softly.assertThat(answer.status()).as("%s to %s", how, answer.path()).isLessThan(500);
		softly.assertThat(answer.body().contains(ELEMENT) || answer.body().contains("<img src=x"))
			.as("%s to %s: an element", how, answer.path())
			.isFalse();
		softly.assertThat(answer.body()).as("%s to %s: evaluated", how, answer.path()).doesNotContain(EVALUATED);
	}

	/** Forms of one shape are one form, whatever they are about. */
	private static String shape(Form form) throws IOException {
		String door = Doors.lines()
			.filter((line) -> line.method().equals(form.method()) && line.leadsTo(form.action()))
			.map(Line::door)
			.findFirst()
			.orElse(form.action());
		return " " + door + " " + form.open();
	}

	/** The pages that somebody comes to, beginning with all doors for people. */
	private static List<Answer> pages(Doors doors, Surfer surfer) throws IOException {
		Deque<String> ahead = new ArrayDeque<>();
		List<Line> pages = Doors.lines().filter(Line::isPage).toList();
		pages.forEach((line) -> ahead.add(doors.address(line)));
		Map<String, List<String>> seen = new HashMap<>();
		List<Answer> found = new ArrayList<>();
		while (!ahead.isEmpty()) {
			String path = ahead.removeFirst();
			pages.stream().filter((line) -> line.leadsTo(path)).findFirst().ifPresent((line) -> {
				List<String> same = seen.computeIfAbsent(line.door(), (door) -> new ArrayList<>());
				if (same.size() < MOST_PAGES && !same.contains(path)) {
					same.add(path);
					Answer page = surfer.get(path);
					found.add(page);
					page.links().forEach(ahead::add);
				}
			});
		}
		return found;
	}

}
