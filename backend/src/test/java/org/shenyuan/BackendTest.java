package org.shenyuan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole backend over HTTP on a free port, with an embedded graph that all test
 * classes of the JVM share; a {@link World} empties it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "shenyuan.data=target/it-data/${random.uuid}", "shenyuan.address=http://localhost:8080" })
public @interface BackendTest {

}
