package org.shenyuan.ledger;

import org.junit.jupiter.api.Test;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.events.EventKinds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@BackendTest
@Import(World.class)
class OpenApiIT {

	@Autowired
	private World world;

	@Test
	void theDescriptionHasAnAddressAndASchemaForEveryKindOfEvent() {
		JsonNode api = Api.nobody(this.world.address()).get("/v3/api-docs").json();
		assertThat(api.get("openapi").asString()).startsWith("3.1");
		assertThat(EventKinds.all()).allSatisfy((kind, type) -> {
			String reference = api.path("paths")
				.path("/api/v1/events/" + kind)
				.at("/post/requestBody/content/application~1json/schema/$ref")
				.asString("");
			assertThat(reference).as(kind).endsWith("/" + type.getSimpleName());
			JsonNode schema = api.path("components").path("schemas").path(type.getSimpleName());
			assertThat(schema.path("required").valueStream().map(JsonNode::asString)).as(kind)
				.contains("id", "at", "by");
		});
		assertThat(api.get("paths").propertyNames()).contains("/api/v1/imports", "/api/v1/lots/{lot}/trace",
				"/api/v1/runs/{run}/sheet.pdf", "/api/v1/stocks/{stock}", "/api/v1/printers/{printer}",
				"/api/v1/lots/{lot}/cartons/{id}", "/api/v1/plots/{plot}/tag.pdf");
	}

}
