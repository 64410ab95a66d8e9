package org.shenyuan.operation;

import java.nio.file.Path;
import java.util.List;

import io.micrometer.core.instrument.Tags;
import org.shenyuan.graph.Room;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.micrometer.metrics.system.DiskSpaceMetricsBinder;
import org.springframework.util.unit.DataSize;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Who may watch, and what is done when nobody works. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OperationConfiguration {

	/**
	 * Whether it serves may be asked by anybody. All else is for an administrator's
	 * token, unless it has a port of its own: then whoever reaches that.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain management(HttpSecurity http, OpaqueTokenIntrospector introspector, Environment environment) {
		boolean apart = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
		return http
			.securityMatcher(new OrRequestMatcher(EndpointRequest.toAnyEndpoint(),
					EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class)))
			.authorizeHttpRequests((requests) -> {
				requests
					.requestMatchers(EndpointRequest.to(HealthEndpoint.class),
							EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class))
					.permitAll();
				if (apart) {
					requests.anyRequest().permitAll();
				}
				else {
					requests.anyRequest().hasRole("ADMINISTRATOR");
				}
			})
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((bearer) -> bearer.opaqueToken((token) -> token.introspector(introspector)))
			.build();
	}

	/** Part of health under the name {@code ledger}. */
	@Bean
	HealthIndicator ledgerHealthIndicator(LedgerAudit audit) {
		return audit::health;
	}

	@Bean
	DiskSpaceHealthIndicator diskSpaceHealthIndicator(@Value("${shenyuan.data}") Path data,
			@Value("${management.health.diskspace.threshold}") DataSize threshold) {
		return new DiskSpaceHealthIndicator(Room.disk(data), threshold);
	}

	@Bean
	DiskSpaceMetricsBinder diskSpaceMetrics(@Value("${shenyuan.data}") Path data) {
		return new DiskSpaceMetricsBinder(List.of(Room.disk(data)), Tags.empty());
	}

}
