package org.shenyuan.web;

import java.util.List;
import java.util.Map;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.shenyuan.events.EventKinds;
import org.shenyuan.events.TraceEvent;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The API's own description: one address for each kind of event, read off the records.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final Map<String, String> ANSWERS = Map.of("201", "Recorded", "200",
			"Recorded before, with the same content", "400", "Not readable", "401", "No token, or an unknown one",
			"409", "The id was used before for something else", "422", "Refused, with every reason");

	@Bean
	OpenApiCustomizer eventKinds() {
		return (api) -> {
			api.info(new Info().title("Shenyuan 参源").version("v1").description("""
					Record what happened to ginseng, and ask where it came from. \
					Exchange name and password for a token at /api/v1/tokens (Basic), then send it as Bearer."""));
			api.getComponents()
				.addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
			api.addSecurityItem(new SecurityRequirement().addList("token"));
			api.getPaths().remove("/api/v1/events/{kind}");
			EventKinds.all().forEach((kind, type) -> describe(api, kind, type));
		};
	}

	private static void describe(OpenAPI api, String kind, Class<? extends TraceEvent> type) {
		ResolvedSchema resolved = ModelConverters.getInstance(true)
			.readAllAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
		resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
		Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + type.getSimpleName());
		ApiResponses answers = new ApiResponses();
		ANSWERS.forEach((status, meaning) -> answers.addApiResponse(status, new ApiResponse().description(meaning)));
		Operation record = new Operation().operationId(kind)
			.tags(List.of(type.getEnclosingClass().getSimpleName()))
			.requestBody(new RequestBody().required(true)
				.content(new Content().addMediaType("application/json", new MediaType().schema(reference))))
			.responses(answers);
		api.getPaths().addPathItem("/api/v1/events/" + kind, new PathItem().post(record));
	}

}
