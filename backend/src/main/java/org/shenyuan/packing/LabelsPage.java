package org.shenyuan.packing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Labelling;
import org.shenyuan.events.Labelling.Claimed;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.ReprintApproved;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The labels of one packed lot: issue, print, activate, void. */
@Controller
class LabelsPage {

	private static final Cypher APPROVALS = Cypher.of("""
			MATCH (e:Event {origin: $run})
			WHERE e.kind = 'reprintApproved' AND e.ended IS NULL
			RETURN e.content AS content, e.author AS author
			ORDER BY e.at
			LIMIT 20
			""");

	private final Graph graph;

	private final Ledger ledger;

	private final Lots lots;

	private final Sheets sheets;

	private final Forms forms;

	private final Access access;

	LabelsPage(Graph graph, Ledger ledger, Lots lots, Sheets sheets, Forms forms, Access access) {
		this.graph = graph;
		this.ledger = ledger;
		this.lots = lots;
		this.sheets = sheets;
		this.forms = forms;
		this.access = access;
	}

	/**
	 * Any of the page's forms, as it was typed.
	 *
	 * @param act {@code issue}, {@code activate}, {@code approve}, {@code reprint} or
	 * {@code void}
	 * @param at when the page was opened, so that sending it twice is one event
	 */
	record LabelsForm(@Nullable String id, @Nullable String act, @Nullable String at,
			@Label("labels.issue.run") @Nullable String run, @Label("labels.count") @Nullable String count,
			@Label("labels.first") @Nullable String first, @Label("labels.last") @Nullable String last,
			@Label("labels.reason") @Nullable String reason, @Nullable String approval,
			@Label("labels.claims.seasons") @Nullable String seasons, @Nullable Boolean food, @Nullable Boolean gi,
			@Nullable Boolean organic, @Label("labels.claims.brand") @Nullable String brand) {

		/** Whether this is what was sent from a certain form of the page. */
		public boolean isFrom(String form, @Nullable String ofRun) {
			return form.equals(this.act) && (ofRun == null || ofRun.equals(this.run));
		}

	}

	/**
	 * A run as the page shows it.
	 *
	 * @param code of its first label
	 * @param next the first label that is neither active nor void, 0 when there is none
	 * @param approvals of reprints that were not used yet
	 */
	record Row(LabelRun run, String code, long next, List<Approval> approvals, String activateId, String voidId,
			String approveId, String reprintId) {
	}

	/** A reprint that may be done by anybody but the one who approved it. */
	record Approval(UUID id, long first, long last, String reason, String author) {
	}

	@GetMapping("/lots/{lot}/labels")
	ModelAndView open(@PathVariable String lot, Author author) {
		return page(new ModelAndView("packing/labels"), null, lot, author);
	}

	@PostMapping("/lots/{lot}/labels")
	ModelAndView record(@PathVariable String lot, LabelsForm form, Author author, RedirectAttributes flash) {
		try {
			this.ledger.append(author, read(lot, form, author));
			return this.forms.done(flash, String.valueOf(form.act()),
					String.format(Locale.ROOT, "/lots/%s/labels", lot));
		}
		catch (Refused refused) {
			return page(this.forms.again("packing/labels", refused, LabelsForm.class), form, lot, author);
		}
	}

	/** For a link on a page; the API checks and draws. */
	@GetMapping("/runs/{run}/sheet.pdf")
	String sheet(@PathVariable String run, @RequestParam Map<String, String> parameters, RedirectAttributes onward) {
		onward.addAllAttributes(parameters);
		return "redirect:/api/v1/runs/{run}/sheet.pdf";
	}

	private Labelling read(String lot, LabelsForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		OffsetDateTime at = entered.time("at", form.at());
		String run = entered.code("run", form.run());
		String act = String.valueOf(form.act());
		Labelling event = switch (act) {
			case "issue" -> new LabelsIssued(id, at, author.party(), run, lot, entered.whole("count", form.count()),
					claims(form, entered));
			case "activate" -> new LabelsActivated(id, at, author.party(), run, entered.whole("first", form.first()),
					entered.whole("last", form.last()));
			case "approve" -> new ReprintApproved(id, at, author.party(), run, entered.whole("first", form.first()),
					entered.whole("last", form.last()), entered.text("reason", form.reason()));
			case "reprint" -> new LabelsReprinted(id, at, author.party(), run, entered.whole("first", form.first()),
					entered.whole("last", form.last()), entered.text("reason", form.reason()),
					entered.id(form.approval()), null);
			case "void" -> new LabelsVoided(id, at, author.party(), run, entered.whole("first", form.first()),
					entered.whole("last", form.last()), entered.text("reason", form.reason()));
			default -> throw new Refused(Refusal.of("not-found", "act", "given", act));
		};
		entered.stop();
		return event;
	}

	/** Null when nothing is claimed. */
	private static @Nullable Claimed claims(LabelsForm form, Entered entered) {
		String seasons = entered.optional(form.seasons());
		Integer age = (seasons != null) ? (int) Math.min(entered.whole("seasons", seasons), 1000) : null;
		String brand = entered.optional(form.brand());
		Claimed claims = new Claimed(age, Boolean.TRUE.equals(form.food()), Boolean.TRUE.equals(form.gi()),
				Boolean.TRUE.equals(form.organic()), (brand != null) ? entered.code("brand", brand) : null);
		return (age != null || brand != null || claims.food() || claims.gi() || claims.organic()) ? claims : null;
	}

	private ModelAndView page(ModelAndView page, @Nullable LabelsForm form, String lot, Author author) {
		this.access.toLot(author, lot);
		Lot found = this.lots.find(lot).orElseThrow(() -> new Refused(Refusal.of("not-found", "lot", "given", lot)));
		List<Row> rows = this.lots.runs(lot).stream().map(this::row).toList();
		page.addObject("lot", found);
		page.addObject("mine", found.holder().equals(author.party()));
		page.addObject("me", author.name());
		page.addObject("rows", rows);
		page.addObject("form", form);
		page.addObject("at", this.forms.moment());
		page.addObject("id", this.forms.id());
		page.addObject("number", this.forms.number("RUN"));
		return page;
	}

	private Row row(LabelRun run) {
		long next = 1;
		while (next <= run.count() && (run.activated().contains(next) || run.voided().contains(next))) {
			next++;
		}
		return new Row(run, this.sheets.code(run, 1).printed(), (next <= run.count()) ? next : 0, approvals(run),
				this.forms.id(), this.forms.id(), this.forms.id(), this.forms.id());
	}

	private List<Approval> approvals(LabelRun run) {
		return this.graph.read((tx) -> tx.list(APPROVALS, Map.of("run", run.id()), (row) -> {
			ReprintApproved approved = (ReprintApproved) EventJson.read(row.get("content").asString());
			return new Approval(approved.id(), approved.first(), approved.last(), approved.reason(),
					row.get("author").asString());
		}));
	}

}
