package org.shenyuan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: one process, one port, one graph. */
@SpringBootApplication
public class Shenyuan {

	public static void main(String[] args) {
		SpringApplication.run(Shenyuan.class, args);
	}

}
