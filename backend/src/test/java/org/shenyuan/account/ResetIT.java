package org.shenyuan.account;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A lost password of the administrator has a way back, for whoever starts the program.
 */
@BackendTest
@Import(World.class)
@ExtendWith(OutputCaptureExtension.class)
class ResetIT {

	private static final Pattern PASSWORD = Pattern.compile("Log in as admin with the password (\\S+)");

	@Autowired
	private World world;

	@Autowired
	private OpeningAccounts opening;

	@Test
	void aStartWithTheOptionMakesANewPasswordAndEndsTokens(CapturedOutput output) {
		this.world.settle();
		Api old = this.world.as("admin");
		Api farmer = this.world.as("farmer");

		this.opening.run(new DefaultApplicationArguments("--server.port=0"));
		assertThat(output.getOut()).doesNotContain("password");
		assertThat(old.get("/api/v1/lots").status()).isEqualTo(200);

		this.opening.run(new DefaultApplicationArguments("--shenyuan.reset-administrator"));
		String password = PASSWORD.matcher(output.getOut())
			.results()
			.map((printed) -> printed.group(1))
			.findFirst()
			.orElseThrow();
		assertThat(old.get("/api/v1/lots").status()).isEqualTo(401);
		assertThat(farmer.get("/api/v1/lots").status()).isEqualTo(200);
		assertThatIllegalStateException().isThrownBy(() -> Api.as(this.world.address(), "admin", World.PASSWORD))
			.withMessageContaining("401");
		Api again = Api.as(this.world.address(), "admin", password);
		assertThat(again.get("/api/v1/events?limit=1").json().get("events")).hasSize(1);
	}

}
