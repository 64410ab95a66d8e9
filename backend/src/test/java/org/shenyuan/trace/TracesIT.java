package org.shenyuan.trace;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A trace is given again only while nothing was recorded since. */
@BackendTest
@Import({ World.class, Statements.class })
class TracesIT {

	@Autowired
	private World world;

	@Autowired
	private Statements statements;

	@Autowired
	private Traces traces;

	@Autowired
	private Graph graph;

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void whatIsRecordedShowsAtOnceInATraceThatWasKept() throws Exception {
		assertThat(this.traces.of("SEED-1").orElseThrow().holds()).isEmpty();
		Thread.sleep(Duration.ofMillis(1_200));
		Trace kept = this.traces.of("SEED-1").orElseThrow();
		int again = this.statements.of(() -> assertThat(this.traces.of("SEED-1")).containsSame(kept));
		assertThat(again).as("statements for a trace that is kept").isEqualTo(1);

		hold("SEED-1");

		assertThat(this.traces.of("SEED-1").orElseThrow().holds()).containsExactly("SEED-1");
	}

	@Test
	void aTraceReadRightAfterSomethingWasRecordedIsNotKept() {
		hold("SEED-2");
		int first = this.statements.of(() -> this.traces.of("SEED-1"));
		int second = this.statements.of(() -> this.traces.of("SEED-1"));
		assertThat(first).isEqualTo(2);
		assertThat(second).isEqualTo(2);
	}

	@Test
	void readsInsideOfAReadShareItsTransaction() {
		boolean same = this.graph.read((outer) -> this.graph.read((inner) -> inner == outer));
		assertThat(same).isTrue();
		boolean still = this.graph.read((outer) -> {
			this.graph.read((inner) -> inner);
			return this.graph.read((inner) -> inner == outer);
		});
		assertThat(still).isTrue();
	}

	private void hold(String lot) {
		Api.Answer answer = this.world.as("authority")
			.record("held",
					String.format(Locale.ROOT,
							"{\"id\":\"%s\",\"at\":\"%s\",\"by\":\"AUTH\",\"lot\":\"%s\",\"reason\":\"演示\"}",
							UUID.randomUUID(), OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1), lot));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

}
