package org.shenyuan;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

	@Test
	void everyPackageKeepsToWhatItSaysItNeeds() {
		ApplicationModules.of(Shenyuan.class).verify();
	}

}
