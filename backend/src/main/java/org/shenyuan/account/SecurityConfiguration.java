package org.shenyuan.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in where. What they may record is decided in the ledger, on every write. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

	private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	/** Only here does a password come with a request, and no session is made of it. */
	@Bean
	@Order(1)
	SecurityFilterChain tokenChain(HttpSecurity http) {
		return http.securityMatcher("/api/v1/tokens")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.httpBasic(Customizer.withDefaults())
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain everything(HttpSecurity http, OpaqueTokenIntrospector introspector, Accounts accounts,
			LogIns logIns, OpenId openId, CsrfTokenRepository formTokens) {
		String key = accounts.secret();
		if (!openId.getClients().isEmpty()) {
			http.oauth2Login((login) -> login.loginPage("/login")
				.defaultSuccessUrl("/stock")
				.failureUrl("/login?unknown")
				.userInfoEndpoint((proof) -> proof.oidcUserService(openId)));
		}
		return http
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/", "/js/**", "/bases", "/login", "/join", "/join/**", "/error", "/t", "/t/**",
						"/T/**", "/00/**", "/01/**", "/css/**", "/img/**", "/sw.js", "/manifest.webmanifest",
						"/favicon.ico", "/robots.txt", "/reports/**", "/v3/api-docs/**", "/v3/api-docs.yaml",
						"/swagger-ui/**", "/swagger-ui.html", "/actuator/health")
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/rules", "/api/v1/rules", "/api/v1/rules.csv", "/api/v1/rules/*")
				.permitAll()
				.anyRequest()
				.authenticated())
			.csrf((csrf) -> csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers("/t/*/scans"))
			.formLogin((form) -> form.loginPage("/login").defaultSuccessUrl("/stock"))
			.addFilterBefore(new StaleLogIns(accounts, logIns), RememberMeAuthenticationFilter.class)
			// A phone in the forest cannot ask for a password again.
			.rememberMe((remember) -> remember.key(key).rememberMeServices(new Remembered(key, logIns)))
			.logout((logout) -> logout.logoutSuccessUrl("/"))
			.oauth2ResourceServer((bearer) -> bearer.opaqueToken((token) -> token.introspector(introspector)))
			.exceptionHandling((failures) -> failures
				// A program without a token is told to come with one, and nothing of
				// forms.
				.defaultAccessDeniedHandlerFor(
						(request, response, denied) -> response.setStatus(HttpStatus.UNAUTHORIZED.value()),
						(request) -> request.getRequestURI().startsWith("/api/") && request.getCookies() == null)
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
						PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
						PathPatternRequestMatcher.withDefaults().matcher("/**")))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY)))
			.build();
	}

	/**
	 * A form that is open is taken by any backend, not only by the one with the session.
	 */
	@Bean
	CsrfTokenRepository formTokens() {
		return new CookieCsrfTokenRepository();
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	@Bean
	UserDetailsService userDetails(Accounts accounts) {
		return (name) -> accounts.find(name).orElseThrow(() -> new UsernameNotFoundException(name));
	}

	@Bean
	OpaqueTokenIntrospector introspector(Tokens tokens) {
		return (token) -> tokens.owner(token)
			.filter(Person::isEnabled)
			.orElseThrow(() -> new BadOpaqueTokenException("unknown or expired"));
	}

	/**
	 * Hands a controller the {@link Author} of the request: for the party that the header
	 * {@code Acting-For} names, where what is sent was written for one, else for the one
	 * that is acted for now.
	 */
	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HandlerMethodArgumentResolver() {

			@Override
			public boolean supportsParameter(MethodParameter parameter) {
				return parameter.getParameterType() == Author.class;
			}

			@Override
			public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
					NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
				Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
				if (authentication == null || authentication instanceof AnonymousAuthenticationToken
						|| !(authentication.getPrincipal() instanceof Person person)) {
					throw new IllegalStateException("Nobody is logged in");
				}
				String party = request.getHeader("Acting-For");
				return ((party != null) ? person.writingFor(party) : person).author();
			}

		});
	}

}
