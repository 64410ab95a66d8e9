package org.shenyuan.graph;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that reach the database, by standing in front of the driver. */
@TestComponent
public class Statements implements BeanPostProcessor {

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * How many statements some work sends; the tests of one JVM run one after the other.
	 */
	public int of(Runnable work) {
		int before = this.count.get();
		work.run();
		return this.count.get() - before;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof Driver driver) ? watched(Driver.class, driver) : bean;
	}

	private <T> T watched(Class<T> type, T target) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				Object[] given = arguments;
				if (target instanceof TransactionContext && method.getName().equals("run")) {
					this.count.incrementAndGet();
				}
				if (method.getName().startsWith("execute") && given != null
						&& given[0] instanceof TransactionCallback<?> work) {
					given = arguments.clone();
					given[0] = (TransactionCallback<Object>) (tx) -> work
						.execute(watched(TransactionContext.class, tx));
				}
				try {
					Object result = method.invoke(target, given);
					return (result instanceof Session session) ? watched(Session.class, session) : result;
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

}
