package org.shenyuan.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.shenyuan.graph.Graph;
import org.shenyuan.schema.Audits;
import org.shenyuan.schema.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether the ledger is sound. An audit reads the whole graph: so it is done when nobody
 * works, and whenever it is asked for ({@code POST /actuator/audit}), and in between the
 * last one is told with its age. What is not sound harms no request, and turns nobody
 * away; it is one of the things that health is made of.
 */
@Component
@Endpoint(id = "audit")
final class LedgerAudit {

	private static final Logger LOG = LoggerFactory.getLogger(LedgerAudit.class);

	private final Driver driver;

	private final Clock clock;

	private final AtomicReference<@Nullable Outcome> last = new AtomicReference<>();

	/**
	 * @param graph whose schema is up to date by then
	 */
	LedgerAudit(Driver driver, Graph graph, Clock clock, MeterRegistry registry) {
		this.driver = driver;
		this.clock = clock;
		Gauge.builder("shenyuan.audit.findings", this, (audit) -> audit.ofLast(Outcome::found))
			.description("What the last audit of the ledger found, up to " + Audits.ROWS + " for each sentence")
			.register(registry);
		Gauge.builder("shenyuan.audit.age", this, (audit) -> audit.ofLast((last) -> last.age(clock).toSeconds()))
			.baseUnit("seconds")
			.description("Since the ledger was audited last")
			.register(registry);
	}

	/**
	 * How an audit came out.
	 *
	 * @param findings how often each sentence was found not to be true
	 */
	record Outcome(Instant at, long milliseconds, Map<String, Long> findings) {

		long found() {
			return this.findings.values().stream().mapToLong(Long::longValue).sum();
		}

		Duration age(Clock clock) {
			return Duration.between(this.at, clock.instant());
		}

	}

	/** The last one; nothing where none was made since the start. */
	@ReadOperation
	@Nullable Outcome last() {
		return this.last.get();
	}

	@WriteOperation
	@Scheduled(cron = "${shenyuan.audit-at}", zone = "${shenyuan.zone}")
	synchronized Outcome run() {
		Instant begun = this.clock.instant();
		List<Finding> findings = Audits.run(this.driver);
		findings.forEach((finding) -> LOG.error("The ledger is not sound, {}: {}", finding.audit(), finding.proves()));
		Outcome outcome = new Outcome(begun, Duration.between(begun, this.clock.instant()).toMillis(),
				findings.stream().collect(Collectors.groupingBy(Finding::audit, Collectors.counting())));
		this.last.set(outcome);
		LOG.info("The ledger was audited in {} ms: {} findings", outcome.milliseconds(), outcome.found());
		return outcome;
	}

	private double ofLast(ToDoubleFunction<Outcome> figure) {
		Outcome outcome = this.last.get();
		return (outcome != null) ? figure.applyAsDouble(outcome) : Double.NaN;
	}

	Health health() {
		Outcome outcome = this.last.get();
		if (outcome == null) {
			return Health.unknown().build();
		}
		return ((outcome.found() == 0) ? Health.up() : Health.down()).withDetail("at", outcome.at())
			.withDetail("ageSeconds", outcome.age(this.clock).toSeconds())
			.withDetail("findings", outcome.findings())
			.build();
	}

}
