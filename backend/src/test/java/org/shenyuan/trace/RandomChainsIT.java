package org.shenyuan.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.ledger.Claims;
import org.shenyuan.ledger.Lots;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What must be true of every season, seen on seasons that nobody made up. */
@BackendTest
@Import(World.class)
class RandomChainsIT {

	private static final int EVENTS = 80;

	@Autowired
	private World world;

	@Autowired
	private Families families;

	@Autowired
	private Forwards forwards;

	@Autowired
	private Lots lots;

	@Autowired
	private Driver driver;

	@ParameterizedTest
	@ValueSource(longs = { 20, 24, 9 })
	void whatIsTrueOfEverySeason(long seed) {
		this.world.settle();
		RandomChain chain = new RandomChain(seed, EVENTS);
		Api.Answer answer = this.world.as("admin").importFile(chain.file());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(Audits.run(this.driver)).isEmpty();
		assertThat(chain.lots()).hasSizeGreaterThan(40);

		massInIsMassOutAndLoss(chain);
		Map<String, Family> families = families(chain);
		Map<String, Claims> claims = new HashMap<>();
		families.forEach((lot, family) -> claims.put(lot, TracedClaims.of(family)));
		families.forEach((lot, family) -> {
			backAndForwardAgree(chain, lot, family);
			sharesAreThoseOfTheAccount(chain, lot, family);
			noClaimExceedsTheParents(chain.made(lot).parents.keySet(), lot, claims);
		});
		aRecallReachesExactlyTheDescendants(chain);
	}

	private void massInIsMassOutAndLoss(RandomChain chain) {
		Map<String, Long> left = chain.lots()
			.keySet()
			.stream()
			.collect(Collectors.toMap((lot) -> lot, (lot) -> this.lots.find(lot).orElseThrow().left()));
		chain.lots().values().forEach((lot) -> assertThat(left).containsEntry(lot.id, lot.left));
		assertThat(left.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(chain.remaining());
	}

	private void backAndForwardAgree(RandomChain chain, String lot, Family family) {
		assertThat(family.lots().keySet().stream().filter(chain.lots()::containsKey))
			.containsExactlyInAnyOrderElementsOf(chain.ancestors(lot));
		assertThat(this.forwards.from(Source.LOT, lot).orElseThrow().lots().stream().map(Forward.Reached::lot))
			.containsExactlyInAnyOrderElementsOf(chain.descendants(lot));
	}

	private static void sharesAreThoseOfTheAccount(RandomChain chain, String lot, Family family) {
		Shares shares = Shares.of(family);
		Map<String, BigDecimal> expected = chain.shares(lot);
		assertThat(expected.keySet().stream().mapToLong(shares::of).sum()).isEqualTo(Shares.WHOLE);
		expected
			.forEach((source, share) -> assertThat(shares.of(source) / (double) Shares.WHOLE).as(source + " in " + lot)
				.isCloseTo(share.doubleValue(), within(1e-11)));
		assertThat(Tracing.of(family, LocalDate.of(2024, 12, 1))
			.sources()
			.stream()
			.map(Trace.Source::share)
			.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("100");
	}

	private static void noClaimExceedsTheParents(Set<String> parents, String lot, Map<String, Claims> all) {
		Claims claims = Objects.requireNonNull(all.get(lot));
		List<Claims> theirs = parents.stream().map(all::get).filter(Objects::nonNull).toList();
		assertThat(theirs).hasSameSizeAs(parents);
		for (Claims of : theirs) {
			assertThat(!claims.organic() || of.organic()).isTrue();
			assertThat(claims.counties()).containsAll(of.counties());
			if (claims.youngest() != null) {
				assertThat(of.youngest()).isNotNull().isGreaterThanOrEqualTo(claims.youngest());
			}
		}
		if (!theirs.isEmpty()) {
			assertThat(claims.certified()).isLessThanOrEqualTo(most(theirs, Claims::certified));
			assertThat(claims.traced()).isLessThanOrEqualTo(most(theirs, Claims::traced));
		}
	}

	/** A little above, for each percentage is rounded to twelve places by itself. */
	private static BigDecimal most(List<Claims> some, Function<Claims, BigDecimal> claim) {
		return some.stream().map(claim).reduce(BigDecimal.ZERO, BigDecimal::max).add(new BigDecimal("0.00000000001"));
	}

	private void aRecallReachesExactlyTheDescendants(RandomChain chain) {
		String start = chain.anyWithParents().id;
		UUID recall = UUID.randomUUID();
		record("recalled", """
				"id":"%s","at":"2024-12-01T08:00:00+08:00","source":"LOT","start":"%s","reason":"演示","advice":"退回商家\""""
			.formatted(recall, start));
		assertThat(recalled(chain)).isEqualTo(chain.descendants(start));
		record("recallEnded", """
				"id":"%s","at":"2024-12-02T08:00:00+08:00","recall":"%s","reason":"演示\"""".formatted(UUID.randomUUID(),
				recall));
		assertThat(recalled(chain)).isEmpty();
	}

	private Set<String> recalled(RandomChain chain) {
		Set<String> recalled = new HashSet<>();
		families(chain).forEach((lot, family) -> {
			if (!family.recalls().isEmpty()) {
				recalled.add(lot);
			}
		});
		return recalled;
	}

	private Map<String, Family> families(RandomChain chain) {
		return chain.lots()
			.keySet()
			.stream()
			.collect(Collectors.toMap((lot) -> lot, (lot) -> this.families.of(lot).orElseThrow()));
	}

	private void record(String kind, String fields) {
		Api.Answer answer = this.world.as("authority").record(kind, "{\"by\":\"AUTH\"," + fields + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

}
