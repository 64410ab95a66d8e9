package org.shenyuan.operation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads all {@link Settings} before any bean is made, and stops the start if it cannot.
 */
@Component
final class SettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {

	private static final String ROOT = "shenyuan";

	private static final Map<Class<?>, String> KINDS = Map.of(Duration.class, "a time such as 90d, 12h or 5m",
			DataSize.class, "a size such as 4MB", ZoneId.class, "a time zone such as Asia/Shanghai", Integer.class,
			"a whole number", Long.class, "a whole number", Boolean.class, "true or false");

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		check(Objects.requireNonNull(this.environment));
	}

	/**
	 * @throws Unusable which says which setting it is, what it is, and what it may be
	 */
	static Settings check(Environment environment) {
		try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
			Settings settings = Binder.get(environment)
				.bind(ROOT, Bindable.of(Settings.class),
						new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
				.get();
			Set<ConstraintViolation<Settings>> wrong = validators.getValidator().validate(settings);
			if (!wrong.isEmpty()) {
				throw new Unusable(wrong.stream()
					.sorted(Comparator.comparing((violation) -> violation.getPropertyPath().toString()))
					.map((violation) -> name(violation) + " is '" + violation.getInvalidValue() + "': "
							+ violation.getMessage())
					.collect(Collectors.joining("; ")), null);
			}
			return settings;
		}
		catch (BindException ex) {
			throw new Unusable(sentence(ex), ex);
		}
	}

	private static String sentence(BindException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnboundConfigurationPropertiesException unbound) {
				return unbound.getUnboundProperties()
					.stream()
					.map((property) -> property.getName().toString())
					.collect(Collectors.joining(", ")) + ": there is no such setting";
			}
			if (cause instanceof IllegalArgumentException own
					&& String.valueOf(own.getMessage()).startsWith(ROOT + ".")) {
				return String.valueOf(own.getMessage());
			}
		}
		ConfigurationProperty property = failure.getProperty();
		Class<?> type = failure.getTarget().getBoxedType().resolve(Object.class);
		return failure.getName() + " is '" + ((property != null) ? property.getValue() : "") + "': it must be "
				+ KINDS.getOrDefault(type, "a " + type.getSimpleName());
	}

	private static String name(ConstraintViolation<Settings> violation) {
		return ROOT + "."
				+ violation.getPropertyPath().toString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	/** A setting that the program cannot work with. */
	static final class Unusable extends RuntimeException {

		Unusable(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	/** Says which one. */
	static final class Analyzer extends AbstractFailureAnalyzer<Unusable> {

		@Override
		protected FailureAnalysis analyze(Throwable failure, Unusable cause) {
			return new FailureAnalysis(cause.getMessage() + ".", null, failure);
		}

	}

}
