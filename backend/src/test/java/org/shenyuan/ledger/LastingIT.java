package org.shenyuan.ledger;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.graph.Graph;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@BackendTest
@Import(World.class)
class LastingIT {

	@Autowired
	private World world;

	@Autowired
	private Graph graph;

	@Autowired
	private LogEnd log;

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void ofManyWhoAskTogetherOneWorksItOutAlsoWhileMuchIsRecorded() {
		Lasting<String> lasting = this.log.lasting(10);
		AtomicInteger worked = new AtomicInteger();
		this.graph.read((tx) -> {
			for (int i = 0; i < 5; i++) {
				assertThat(lasting.of("question", (same) -> Optional.of("answer " + worked.incrementAndGet())))
					.hasValue("answer 1");
			}
			assertThat(lasting.of("another", (same) -> Optional.empty())).isEmpty();
			return worked;
		});
		assertThat(worked).hasValue(1);
	}

}
