package org.shenyuan.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a browser says of itself, in two words that its owner knows. */
final class Device {

	/** The first that is found: most say that they are several. */
	private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("MicroMessenger", "WeChat"),
			Map.entry("KAKAOTALK", "KakaoTalk"), Map.entry("SamsungBrowser", "Samsung Internet"),
			Map.entry("Edg", "Edge"), Map.entry("OPR/", "Opera"), Map.entry("Firefox", "Firefox"),
			Map.entry("FxiOS", "Firefox"), Map.entry("CriOS", "Chrome"), Map.entry("Chrome", "Chrome"),
			Map.entry("Safari", "Safari"));

	private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("HarmonyOS", "HarmonyOS"),
			Map.entry("Android", "Android"), Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"),
			Map.entry("Windows", "Windows"), Map.entry("Mac OS X", "macOS"), Map.entry("CrOS", "ChromeOS"),
			Map.entry("Linux", "Linux"));

	private Device() {
	}

	/** For example {@code Chrome · Android}; empty when it says nothing known. */
	static String of(@Nullable String agent) {
		String said = String.valueOf(agent);
		return Stream.of(BROWSERS, SYSTEMS)
			.flatMap((words) -> words.stream().filter((word) -> said.contains(word.getKey())).limit(1))
			.map(Map.Entry::getValue)
			.collect(Collectors.joining(" · "));
	}

}
