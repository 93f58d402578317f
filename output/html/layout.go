// Code generated from templates/html by go test -update; DO NOT EDIT.

package html

import (
	"html/template"

	"runbook/generator"
)

func (w *writer) layPage(d *page) {
	w.layHead(d)
	if d.Sheet != nil {
		w.laySheet(d)
	} else {
		w.layCover(d)
		w.layToc(d)
		w.raw("\n<main id=\"main\">\n")
		w.layDecisions(d)
		w.layControl(d)
		w.layWarnings(d)
		w.layProgress(d)
		w.layInitials(d)
		w.layRoles(d)
		w.layNames(d)
		for i1 := range d.Chapters {
			d2 := &d.Chapters[i1]
			w.layPhase(d2)
		}
		for i3 := range d.Lookup {
			d4 := &d.Lookup[i3]
			w.layReference(d4)
		}
		w.layOmissions(d)
		w.layTerms(d)
		w.layWritten(d)
		w.layDoubts(d)
		w.layDeviations(d)
		w.laySignOff(d)
		w.raw("\n</main>\n<footer class=\"end\">End of the runbook</footer>\n</body>\n</html>\n")
	}
}

func (w *writer) layHead(d *page) {
	w.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
	if d.Sheet != nil {
		w.text(d.Heading)
		w.raw(" · ")
	}
	w.text(d.Title)
	w.raw("</title>\n<style>\n")
	w.raw(string(d.Styles))
	w.raw(string(d.PageStyles))
	w.raw("</style>\n</head>\n")
}

func (w *writer) laySheet(d *page) {
	w.raw("\n<body class=\"sheet\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"cover\">\n")
	w.layMasthead(d)
	w.raw("\n<h1>")
	w.text(d.Heading)
	w.raw("</h1>\n<p class=\"issue\"><bdi dir=\"ltr\">")
	w.text(d.Title)
	w.raw("</bdi>")
	if d5 := d.Document.Revision; d5 != "" {
		w.raw(" · Revision <bdi>")
		w.text(d5)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(day(d.Date))
	if d6 := d.Document.Change; d6 != "" {
		w.raw(" · Change <bdi>")
		w.text(d6)
		w.raw("</bdi>")
	}
	w.raw("</p>\n<div class=\"summary\">")
	w.raw(string(d.Summary))
	w.raw("</div>\n")
	if d7 := d.Sheet; d7 != nil {
		w.raw("\n<div class=\"who\">")
		if d8 := d7.Summary; d8 != "" {
			w.raw("<div>")
			w.raw(string(d8))
			w.raw("</div>")
		}
		w.layContacts(d7.People)
		if d9 := d7.StandIn; d9 != "" {
			w.raw("<p class=\"stand-in\">The people of the role ")
			w.text(d9)
			w.raw(" stand in.</p>")
		}
		w.raw("</div>\n")
	}
	w.raw("\n")
	if d10 := d.Glance; len(d10) > 0 {
		w.layGlance(d10)
	}
	w.raw("\n<p class=\"issue numbers\">Item numbers are those of the whole runbook. Workflow <code>")
	w.text(d.Workflow.ID)
	w.raw("</code> ")
	w.text(d.Workflow.Version)
	w.raw(", facts as of ")
	w.text(day(d.Workflow.Verified))
	w.raw(", profile ")
	if d11 := d.Profile; d11 != "" {
		w.raw("<code>")
		w.text(d11)
		w.raw("</code>, ")
	}
	w.raw("digest ")
	w.text(d.Digest)
	w.raw(".</p>\n</header>\n<main id=\"main\">\n")
	if d12 := d.Banners; len(d12) > 0 {
		w.raw("<div class=\"banners\">")
		w.layBanners(d12)
		w.raw("</div>")
	}
	w.raw("\n")
	if d13 := d.Sheet.Sittings; len(d13) > 0 {
		w.raw("\n<section id=\"sittings\" aria-labelledby=\"sittings-title\">\n<h2 id=\"sittings-title\">When you are needed</h2>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Sitting</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">")
		w.text(word("ready"))
		w.raw("</th></tr></thead>\n<tbody>\n")
		for i14 := range d13 {
			d15 := &d13[i14]
			w.raw("<tr><th scope=\"row\">")
			if d15.OnCall {
				w.text(d15.When)
			} else {
				if d16 := d15.Planned; d16 != "" {
					w.text(weekday(d16))
				} else {
					w.number(next(i14))
				}
			}
			w.raw("</th><td data-label=\"Items\">")
			w.layNumbers(d15.Items)
			if d17 := d15.Company; d17 != "" {
				w.raw(", ")
				w.text(d17)
			}
			w.raw("</td><td data-label=\"Hands-on\">")
			w.text(d15.HandsOn)
			w.raw("</td><td data-label=\"")
			w.text(word("ready"))
			w.raw("\">")
			for i18 := range d15.Awaited {
				d19 := &d15.Awaited[i18]
				w.text(d19.Join)
				w.text(d19.Number)
				w.raw(" ")
				w.text(d19.Title)
				w.text(d19.Who)
			}
			if len(d15.Awaited) == 0 {
				w.text(d15.Nothing)
			}
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		w.layCalls(d.Calls)
		if d20 := d.WithOthers; len(d20) > 0 {
			w.raw("<h3>")
			w.text(heading("others"))
			w.raw("</h3>\n<ul>\n")
			for i21 := range d20 {
				d22 := d20[i21]
				w.raw("<li>")
				w.raw(string(d22))
				w.raw("</li>\n")
			}
			w.raw("</ul>\n")
		}
		w.raw("</section>\n")
	} else {
		w.layCalls(d.Calls)
	}
	w.raw("\n")
	if d23 := d.Signs; len(d23) > 0 {
		w.raw("<section id=\"gates\" aria-labelledby=\"gates-title\">\n<h2 id=\"gates-title\">")
		w.text(heading("gates"))
		w.raw("</h2>\n<ul>\n")
		for i24 := range d23 {
			d25 := d23[i24]
			w.raw("<li>")
			w.raw(string(d25))
			w.raw("</li>\n")
		}
		w.raw("</ul>\n</section>\n")
	}
	w.raw("\n")
	for i26 := range d.Chapters {
		d27 := &d.Chapters[i26]
		w.raw("\n<section class=\"phase\" id=\"")
		w.text(d27.ID)
		w.raw("\" aria-labelledby=\"")
		w.text(d27.ID)
		w.raw("-title\">\n<h2 id=\"")
		w.text(d27.ID)
		w.raw("-title\">")
		if d28 := d27.Kicker; d28 != "" {
			w.text(d28)
			w.raw(": ")
		}
		w.text(d27.Title)
		w.raw("</h2>\n")
		for i29 := range d27.Items {
			d30 := &d27.Items[i29]
			w.raw("\n<article class=\"")
			w.text(d30.Class)
			w.raw("\" id=\"")
			w.text(d30.ID)
			w.raw("\">\n")
			w.layItemHead(d30)
			w.raw("\n<div class=\"steps\">")
			w.raw(string(d30.Steps))
			w.raw("</div>\n<div class=\"tail\">\n")
			w.raw(string(d30.End))
			w.layItemTail(d30)
			w.raw("\n</div>\n</article>\n")
		}
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	for i31 := range d.Lookup {
		d32 := &d.Lookup[i31]
		if len(d32.Entries) > 0 {
			w.raw("\n<section class=\"phase\" id=\"")
			w.text(d32.ID)
			w.raw("\" aria-labelledby=\"")
			w.text(d32.ID)
			w.raw("-title\">\n<h2 id=\"")
			w.text(d32.ID)
			w.raw("-title\">")
			w.text(d32.Title)
			w.raw("</h2>\n")
			for i33 := range d32.Entries {
				d34 := &d32.Entries[i33]
				w.raw("\n<article class=\"")
				w.text(d34.Class)
				w.raw("\" id=\"")
				w.text(d34.ID)
				w.raw("\">\n")
				w.layEntryText(d34)
				w.raw("\n</article>\n")
			}
			w.raw("\n</section>\n")
		}
	}
	w.raw("\n<section id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">Sign-off</h2>\n<table class=\"sign\">\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody><tr><td></td><td></td><td></td></tr></tbody>\n</table>\n</section>\n</main>\n</body>\n</html>\n")
}

func (w *writer) layCover(d *page) {
	w.raw("\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"cover\">\n")
	w.layMasthead(d)
	w.raw("\n<h1><bdi dir=\"ltr\">")
	w.text(d.Title)
	w.raw("</bdi></h1>\n<div class=\"summary\">")
	w.raw(string(d.Summary))
	w.raw("</div>\n")
	w.layGlance(d.Glance)
	w.raw("\n<p class=\"issue\">")
	if d35 := d.Document.Revision; d35 != "" {
		w.raw("Revision <bdi>")
		w.text(d35)
		w.raw("</bdi> · ")
	}
	w.text(day(d.Date))
	if d36 := d.Document.Change; d36 != "" {
		w.raw(" · Change <bdi>")
		w.text(d36)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Workflow.Title)
	w.raw("</p>\n")
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("<p class=\"first\">Before anything else, read <a href=\"#warnings\">")
		w.text(heading("warnings"))
		w.raw("</a>")
		if d37 := d.Warned; len(d37) > 0 {
			w.raw(" (")
			w.text(count(len(d37), "warning"))
			w.raw(")")
		}
		w.raw(".</p>")
	}
	w.raw("\n<div class=\"use\">\n<h2>")
	w.text(word("usage"))
	w.raw("</h2>\n<ul>\n")
	list38 := texts("how")
	for i39 := range list38 {
		d40 := list38[i39]
		w.raw("<li>")
		w.text(d40)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i41 := range d.Ledger {
		d42 := &d.Ledger[i41]
		w.raw("<tr><th scope=\"row\">")
		w.text(d42.Title)
		w.raw("</th><td>")
		w.layPeople(d42.People)
		if d42.StandIn != "" {
			w.raw(" (standing\u00a0in)")
		}
		w.raw("</td><td>")
		w.layEntry(d42.Release.Name)
		w.layNote(d42.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d42.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d42.Release.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</header>\n")
}

func (w *writer) layToc(d *page) {
	w.raw("<nav class=\"toc")
	if d.LongContents() {
		w.raw(" long")
	}
	w.raw("\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<p class=\"print-only\">The items are found by their numbers; at the head of each page stands the phase.</p>\n<ol>\n")
	for i43 := range d.Contents {
		d44 := &d.Contents[i43]
		w.raw("<li><a href=\"#")
		w.fragment(d44.ID)
		w.raw("\">")
		w.text(d44.Title)
		w.raw("</a>")
		if d45 := d44.Items; len(d45) > 0 {
			w.raw("\n<ol>\n")
			for i46 := range d45 {
				d47 := &d45[i46]
				w.raw("<li><a href=\"#")
				w.fragment(d47.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d47.Number)
				w.raw("</span> <span>")
				w.text(d47.Title)
				w.raw("</span></a></li>\n")
			}
			w.raw("</ol>\n")
		}
		w.raw("</li>\n")
	}
	w.raw("</ol>\n</nav>\n")
}

func (w *writer) layDecisions(d *page) {
	if len(d.Decisions) > 0 {
		w.raw("\n<section class=\"front\" id=\"decisions\" aria-labelledby=\"decisions-title\">\n<h2 id=\"decisions-title\">")
		w.text(heading("decisions"))
		w.raw("</h2>\n<p>")
		w.text(word("decisions note"))
		w.raw("</p>\n<table class=\"stack\">\n")
		w.layHeads(texts("decisions"))
		w.raw("\n<tbody>\n")
		for i48 := range d.Decisions {
			d49 := &d.Decisions[i48]
			w.raw("<tr><th scope=\"row\">")
			w.text(d49.Label)
			w.layCompany(d49.Company)
			w.raw(" <code class=\"key long\">")
			w.raw(string(breakable(d49.Key)))
			w.raw("</code></th><td data-label=\"Value\"><bdi>")
			w.text(d49.Value)
			w.raw("</bdi>")
			if d49.Default {
				w.raw(" <span class=\"hint\">(default)</span>")
			}
			if d50 := d49.Confirmed.Remark; d50 != "" {
				w.raw("<p class=\"remark\">Remark: <bdi>")
				w.text(d50)
				w.raw("</bdi></p>")
			}
			w.layNote(d49.Confirmed.Note)
			w.raw("</td>")
			if d49.Open {
				w.raw("<td class=\"box\" data-label=\"Confirmed\">")
				w.text(word("open"))
				w.raw("</td><td></td><td></td>")
			} else {
				w.raw("<td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
				w.number(i48)
				w.raw("\" aria-label=\"Confirmed: ")
				w.text(d49.Label)
				w.raw("\"")
				if d49.Confirmed.Yes {
					w.raw(" checked")
				}
				w.raw("></td><td")
				if d49.Confirmed.By != "" {
					w.raw(" data-label=\"By\"")
				}
				w.raw(">")
				w.layEntry(d49.Confirmed.By)
				w.raw("</td><td")
				if d49.Confirmed.Date != "" {
					w.raw(" data-label=\"Date\"")
				}
				w.raw(">")
				w.layEntry(d49.Confirmed.Date)
				w.raw("</td>")
			}
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layControl(d *page) {
	w.raw("\n<section class=\"front\" id=\"control\" aria-labelledby=\"control-title\">\n<h2 id=\"control-title\">")
	w.text(heading("control"))
	w.raw("</h2>\n<table class=\"pairs\">\n<tbody>\n")
	for i51 := range d.Control {
		d52 := &d.Control[i51]
		w.raw("<tr><th scope=\"row\">")
		w.text(d52.Label)
		if d53 := d52.Hint; d53 != "" {
			w.raw(" <span class=\"hint\">")
			w.text(d53)
			w.raw("</span>")
		}
		w.raw("</th><td>")
		if d54 := weblink(d52.URL); d54 != "" {
			w.raw("<a href=\"")
			w.address(string(d54))
			w.raw("\">")
			w.text(d52.Value)
			w.raw("</a>")
		} else {
			w.raw("<bdi>")
			w.text(d52.Value)
			w.raw("</bdi>")
		}
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layWarnings(d *page) {
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("\n<section class=\"front\" id=\"warnings\" aria-labelledby=\"warnings-title\">\n<h2 id=\"warnings-title\">")
		w.text(heading("warnings"))
		w.raw("</h2>\n")
		w.layBanners(d.Banners)
		w.raw("\n")
		if d55 := d.Warnings; len(d55) > 0 {
			w.layWarningList(d55)
		}
		w.raw("\n</section>\n")
	}
}

func (w *writer) layProgress(d *page) {
	w.raw("\n<section class=\"front\" id=\"progress\" aria-labelledby=\"progress-title\">\n<h2 id=\"progress-title\">")
	w.text(heading("progress"))
	w.raw("</h2>\n<table class=\"stack sign progress\">\n<thead><tr><th scope=\"col\">Phase</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th>")
	if d.Schedule != nil {
		w.raw("<th scope=\"col\">Planned</th>")
	}
	w.raw("<th scope=\"col\">Done</th><th scope=\"col\">Signed by</th><th scope=\"col\">Date</th></tr></thead>\n<tbody>\n")
	for i56 := range d.Chapters {
		d57 := &d.Chapters[i56]
		w.raw("<tr><th scope=\"row\"><a href=\"#")
		w.fragment(d57.ID)
		w.raw("\">")
		if d58 := d57.Kicker; d58 != "" {
			w.text(d58)
			w.raw(": ")
		}
		w.text(d57.Title)
		w.raw("</a></th><td data-label=\"Items\">")
		w.number(len(d57.Items))
		w.raw("</td><td class=\"short\" data-label=\"Hands-on\">")
		w.text(duration(d57.Minutes))
		w.raw("</td>")
		if d.Schedule != nil {
			w.raw("<td class=\"short\" data-label=\"Planned\">")
			w.text(span(d57.Start, d57.Due))
			w.raw("</td>")
		}
		w.raw("<td class=\"short\" data-label=\"Done\">")
		w.text(d57.Done)
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d57.By)
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d57.Signed.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
	if d59 := d.LongChain; len(d59) > 0 {
		w.raw("<p class=\"chain\">The longest chain of items that wait for each other, ")
		w.text(count(len(d59), "item"))
		w.raw(": ")
		for i60 := range d59 {
			d61 := &d59[i60]
			if i60 != 0 {
				w.raw(" <span class=\"arrow\">→</span> ")
			}
			w.raw("<a href=\"#")
			w.fragment(d61.ID)
			w.raw("\" title=\"")
			w.text(d61.Title)
			w.raw("\">")
			w.text(d61.Number)
			w.raw("</a>")
		}
		w.raw(". A day lost on one of them is a day lost for the rollout.</p>")
	}
	w.raw("\n</section>\n")
}

func (w *writer) layInitials(d *page) {
	w.raw("\n<section class=\"front\" id=\"initials\" aria-labelledby=\"initials-title\">\n<h2 id=\"initials-title\">")
	w.text(heading("initials"))
	w.raw("</h2>\n<table class=\"sign initials\">\n")
	w.layHeads(texts("initials"))
	w.raw("\n<tbody>\n")
	for i62 := range d.Initials {
		d63 := &d.Initials[i62]
		w.raw("<tr><td>")
		w.layEntry(d63.Initials)
		w.raw("</td><td>")
		w.layEntry(d63.Name)
		w.raw("</td><td>")
		w.layEntry(d63.Role)
		w.raw("</td><td>")
		w.layEntry(d63.Specimen)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layRoles(d *page) {
	if len(d.Ledger) > 0 {
		w.raw("\n<section class=\"front\" id=\"roles\" aria-labelledby=\"roles-title\">\n<h2 id=\"roles-title\">")
		w.text(heading("roles"))
		w.raw("</h2>\n<table class=\"stack ledger\">\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Who</th><th scope=\"col\">Items</th><th class=\"short\" scope=\"col\">Hands-on</th><th scope=\"col\">When they are needed</th></tr></thead>\n<tbody>\n")
		for i64 := range d.Ledger {
			d65 := &d.Ledger[i64]
			w.raw("<tr>\n<th scope=\"row\">")
			w.text(d65.Title)
			w.layCompany(d65.Company)
			if d66 := d65.Summary; d66 != "" {
				w.raw("<div class=\"about\">")
				w.raw(string(d66))
				w.raw("</div>")
			}
			w.raw("</th>\n<td data-label=\"Who\">")
			w.layContacts(d65.People)
			if d67 := d65.StandIn; d67 != "" {
				w.raw("<p class=\"stand-in\">The people of the role ")
				w.text(d67)
				w.raw(" stand in.</p>")
			}
			w.raw("</td>\n<td data-label=\"Items\">")
			w.number(len(d65.Keys))
			w.raw("</td>\n<td class=\"short\" data-label=\"Hands-on\">")
			w.text(duration(d65.Minutes))
			w.raw("</td>\n<td data-label=\"When they are needed\">")
			if d68 := d65.Sittings; len(d68) > 0 {
				w.raw("<ul class=\"sittings\">\n")
				for i69 := range d68 {
					d70 := &d68[i69]
					w.raw("<li>")
					if d71 := d70.Planned; d71 != "" {
						w.raw("<strong>")
						w.text(weekday(d71))
						w.raw("</strong>, ")
					}
					if d70.OnCall {
						w.raw("on call")
					} else {
						w.text(duration(d70.Minutes))
					}
					w.raw(": ")
					w.layNumbers(d70.Items)
					if d72 := d70.Company; d72 != "" {
						w.raw(", ")
						w.text(d72)
					}
					if d73 := d70.Ready; len(d73) > 0 {
						w.raw(", after ")
						w.layNumbers(d73)
					}
					w.raw("</li>\n")
				}
				w.raw("</ul>")
			}
			w.raw("</td>\n</tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		if d74 := d.Hours; d74 != "" {
			w.raw("<p>")
			w.text(d74)
			w.raw("</p>\n")
		}
		w.layMatrix(d)
		w.raw("\n</section>\n")
	}
}

func (w *writer) layNames(d *page) {
	if len(d.NameList) > 0 {
		w.raw("\n<section class=\"front\" id=\"names\" aria-labelledby=\"names-title\">\n<h2 id=\"names-title\">")
		w.text(heading("names"))
		w.raw("</h2>\n<p>")
		w.text(word("names note"))
		w.raw("</p>\n<table class=\"stack\">\n")
		w.layHeads(texts("names"))
		w.raw("\n<tbody>\n")
		for i75 := range d.NameList {
			d76 := &d.NameList[i75]
			w.raw("<tr><th scope=\"row\">")
			w.text(d76.Label)
			w.layCompany(d76.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d76.Value)
			w.raw("</code></td><td")
			if d76.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d76.Note))
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layPhase(d *phase) {
	w.raw("\n<section class=\"phase ")
	w.text(d.Page)
	w.raw("\" id=\"")
	w.text(d.ID)
	w.raw("\" aria-labelledby=\"")
	w.text(d.ID)
	w.raw("-title\">\n<h2 id=\"")
	w.text(d.ID)
	w.raw("-title\">")
	if d77 := d.Kicker; d77 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d77)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d78 := planning(d.Start, d.Due); d78 != "" {
		w.raw(" · ")
		w.text(d78)
	}
	if d79 := d.SoFar; d79 != "" {
		w.raw(" · ")
		w.text(d79)
	}
	w.layCompany(d.Company)
	w.raw("</p>\n<div class=\"goal\">")
	w.raw(string(d.Goal))
	w.raw("</div>\n")
	if d80 := d.Gate; len(d80) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d80)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d81 := d.Note; d81 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d81))
		w.raw("</div>")
	}
	w.raw("\n")
	for i82 := range d.Items {
		d83 := &d.Items[i82]
		w.layItem(d83)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i84 := range d.Ends {
		d85 := &d.Ends[i84]
		if i84 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d85.Name)
		w.raw("\"")
		if d85.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d85.Name)
		w.raw("\">")
		w.text(d85.Label)
		w.raw("</label></span>")
	}
	w.raw("</td><td>")
	w.layEntry(d.Signed.Name)
	w.layNote(d.Signed.SignOff.Note)
	w.raw("</td><td>")
	w.layEntry(d.Signed.Signature)
	w.raw("</td><td>")
	w.layEntry(d.Signed.Date)
	w.raw("</td></tr>\n<tr><th scope=\"row\">")
	w.text(word("open points"))
	w.raw(": ")
	w.text(word("open points note"))
	w.raw("</th><td colspan=\"3\">")
	w.layEntry(d.Signed.OpenPoints)
	w.raw("</td></tr></tbody>\n</table>\n</section>\n")
}

func (w *writer) layReference(d *reference) {
	w.raw("\n<section class=\"reference\" id=\"")
	w.text(d.ID)
	w.raw("\" aria-labelledby=\"")
	w.text(d.ID)
	w.raw("-title\">\n<h2 id=\"")
	w.text(d.ID)
	w.raw("-title\">")
	w.text(d.Title)
	w.raw("</h2>\n<div class=\"goal\">")
	w.raw(string(d.Intro))
	w.raw("</div>")
	if d86 := d.Company; d86 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d86)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i87 := range d.Entries {
		d88 := &d.Entries[i87]
		w.raw("\n<article class=\"")
		w.text(d88.Class)
		w.raw("\" id=\"")
		w.text(d88.ID)
		w.raw("\">\n")
		w.layEntryText(d88)
		w.raw("\n")
		w.layOrigin(&d88.Origin)
		w.raw("\n</article>\n")
	}
	w.raw("\n</section>\n")
}

func (w *writer) layOmissions(d *page) {
	if len(d.Left) > 0 {
		w.raw("\n<section class=\"back\" id=\"omissions\" aria-labelledby=\"omissions-title\">\n<h2 id=\"omissions-title\">")
		w.text(heading("omissions"))
		w.raw("</h2>\n<table class=\"stack omitted\">\n")
		w.layHeads(texts("omissions"))
		w.raw("\n")
		for i89 := range d.Left {
			d90 := &d.Left[i89]
			w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">")
			w.text(d90.Title)
			w.raw("</th></tr>\n")
			for i91 := range d90.Items {
				d92 := &d90.Items[i91]
				w.raw("<tr><th scope=\"row\">")
				w.text(d92.Title)
				w.raw("</th><td>")
				w.text(sentence(d92.Reason))
				if d93 := d92.Company; d93 != "" {
					w.raw(" <span class=\"badge\">left out by <bdi>")
					w.text(d93)
					w.raw("</bdi></span>")
				}
				w.raw("</td></tr>\n")
			}
			w.raw("</tbody>\n")
		}
		w.raw("</table>\n</section>\n")
	}
}

func (w *writer) layTerms(d *page) {
	if len(d.Glossary) > 0 {
		w.raw("\n<section class=\"back\" id=\"terms\" aria-labelledby=\"terms-title\">\n<h2 id=\"terms-title\">")
		w.text(heading("terms"))
		w.raw("</h2>\n<dl class=\"terms\">\n")
		for i94 := range d.Glossary {
			d95 := &d.Glossary[i94]
			w.raw("<div><dt>")
			w.text(d95.Term)
			w.layCompany(d95.Company)
			w.raw("</dt><dd>")
			w.raw(string(d95.Text))
			w.raw("</dd></div>\n")
		}
		w.raw("</dl>\n</section>\n")
	}
}

func (w *writer) layWritten(d *page) {
	if len(d.Writings) > 0 {
		w.raw("\n<section class=\"back\" id=\"written\" aria-labelledby=\"written-title\">\n<h2 id=\"written-title\">")
		w.text(heading("written"))
		w.raw("</h2>\n<p>")
		w.text(word("written note"))
		w.raw("</p>\n<table class=\"stack\">\n")
		w.layHeads(texts("written"))
		w.raw("\n<tbody>\n")
		for i96 := range d.Writings {
			d97 := &d.Writings[i96]
			w.raw("<tr><th scope=\"row\">")
			w.text(d97.Item)
			w.raw("</th><td data-label=\"Where\">")
			w.text(d97.Where)
			w.raw("</td><td data-label=\"Who and when\"><bdi>")
			w.text(d97.Who)
			w.raw("</bdi></td><td data-label=\"What\"><bdi>")
			w.text(d97.What)
			w.raw("</bdi></td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layDoubts(d *page) {
	if len(d.Doubts) > 0 {
		w.raw("\n<section class=\"back\" id=\"doubts\" aria-labelledby=\"doubts-title\">\n<h2 id=\"doubts-title\">")
		w.text(heading("doubts"))
		w.raw("</h2>\n<p>")
		w.text(word("doubts note"))
		w.raw("</p>\n<table class=\"stack\">\n")
		w.layHeads(texts("doubts"))
		w.raw("\n<tbody>\n")
		for i98 := range d.Doubts {
			d99 := &d.Doubts[i98]
			w.raw("<tr><th scope=\"row\"><bdi>")
			w.text(d99.About)
			w.raw("</bdi></th><td data-label=\"What to know\"><bdi>")
			w.text(d99.Note)
			w.raw("</bdi></td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layDeviations(d *page) {
	w.raw("\n<section class=\"back\" id=\"deviations\" aria-labelledby=\"deviations-title\">\n<h2 id=\"deviations-title\">")
	w.text(heading("deviations"))
	w.raw("</h2>\n<p>")
	w.text(word("deviations note"))
	w.raw("</p>\n<table class=\"sign log\">\n")
	w.layHeads(texts("deviations"))
	w.raw("\n<tbody>\n")
	for i100 := range d.Log {
		d101 := &d.Log[i100]
		w.raw("<tr><td>")
		w.number(next(i100))
		w.raw("</td><td>")
		w.layEntry(d101.Item)
		w.raw("</td><td>")
		w.layEntry(d101.What)
		w.raw("</td><td>")
		w.layEntry(d101.Why)
		w.raw("</td><td>")
		w.layEntry(d101.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d101.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) laySignOff(d *page) {
	w.raw("\n<section class=\"back\" id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">")
	w.text(heading("sign-off"))
	w.raw("</h2>\n<p>")
	w.text(word("sign-off note"))
	w.raw("</p>\n<table class=\"sign\">\n")
	w.layHeads(texts("sign-off"))
	w.raw("\n<tbody>\n")
	for i102 := range d.Closing {
		d103 := &d.Closing[i102]
		w.raw("<tr><th scope=\"row\">")
		w.text(d103.Title)
		w.layNote(d103.Note)
		w.raw("</th><td>")
		w.layEntry(d103.Name)
		w.raw("</td><td>")
		w.layEntry(d103.Signature)
		w.raw("</td><td>")
		w.layEntry(d103.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d104 := d.LogoURL; d104 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d104))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d105 := d.Document.Classification; d105 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d105)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i106 := range d {
		d107 := &d[i106]
		w.raw("<li><bdi>")
		w.text(d107.Name)
		w.raw("</bdi>")
		if d108 := d107.Email; d108 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d108)))
			w.raw("\">")
			w.text(d108)
			w.raw("</a>")
		}
		if d109 := d107.GitHub; d109 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d109)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layGlance(d []fact) {
	w.raw("\n<dl class=\"glance\">\n")
	for i110 := range d {
		d111 := &d[i110]
		w.raw("<div><dt>")
		w.text(d111.Label)
		w.raw("</dt><dd>")
		w.text(d111.Value)
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

func (w *writer) layBanners(d []template.HTML) {
	for i112 := range d {
		d113 := d[i112]
		w.raw("\n<div role=\"note\" class=\"alert important\">")
		w.raw(string(d113))
		w.raw("</div>\n")
	}
}

func (w *writer) layNumbers(d []link) {
	for i114 := range d {
		d115 := &d[i114]
		if i114 != 0 {
			w.raw(", ")
		}
		if d115.ID != "" {
			w.raw("<a href=\"#")
			w.fragment(d115.ID)
			w.raw("\" title=\"")
			w.text(d115.Title)
			w.raw("\">")
			w.text(d115.Number)
			w.raw("</a>")
		} else {
			w.text(d115.Number)
			w.raw(" ")
			w.text(d115.Title)
		}
	}
}

func (w *writer) layCalls(d template.HTML) {
	if d116 := d; d116 != "" {
		w.raw("<p class=\"calls\">")
		w.raw(string(d116))
		w.raw("</p>\n")
	}
}

func (w *writer) layItemHead(d *item) {
	w.raw("\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
	w.fragment(d.ID)
	w.raw("\"><span class=\"num\">")
	w.text(d.Number)
	w.raw("</span> ")
	w.text(d.Title)
	w.raw("</a>")
	if d117 := d.State; d117 != "" {
		w.raw(" <span class=\"badge\">")
		w.text(d117)
		w.raw("</span>")
	}
	if d.Origin.Company != "" {
		w.raw(" <span class=\"badge\">Company step</span>")
	}
	w.raw("</h3>\n<p class=\"meta\"><span class=\"by\"><span class=\"role\">")
	w.text(d.Role)
	w.raw("</span> <bdi>")
	w.text(d.People)
	w.raw("</bdi> · </span>")
	w.text(d.Meta)
	w.raw("</p>\n")
	if d118 := d.Needs; len(d118) > 0 {
		w.raw("<p class=\"needs\">Needs first: ")
		for i119 := range d118 {
			d120 := &d118[i119]
			if i119 != 0 {
				w.raw("; ")
			}
			if d120.ID != "" {
				w.raw("<a href=\"#")
				w.fragment(d120.ID)
				w.raw("\">")
				w.text(d120.Number)
				w.raw(" ")
				w.text(d120.Title)
				w.raw("</a>")
			} else {
				w.text(d120.Number)
				w.raw(" ")
				w.text(d120.Title)
			}
		}
		w.raw("</p>\n")
	}
	if d121 := d.Why; d121 != "" {
		w.raw("<div class=\"why\">")
		w.raw(string(d121))
		w.raw("</div>")
	}
	if d122 := d.Together; d122 != "" {
		w.raw("\n<p class=\"together\">")
		w.raw(string(d122))
		w.raw("</p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layItemTail(d *item) {
	w.raw("\n")
	if d123 := d.Verify; len(d123) > 0 {
		w.raw("<h4>Verify</h4>\n")
		w.layChecks(d123)
	}
	w.raw("\n")
	if d124 := d.Evidence; d124 != "" {
		w.raw("<div class=\"record\"><strong>Record:</strong> ")
		w.raw(string(d124))
		w.raw("</div>")
	}
	w.raw("\n<div class=\"done\" role=\"group\" aria-label=\"Item ")
	w.text(d.Number)
	w.raw("\">\n<span class=\"cell states\">")
	for i125 := range d.Boxes {
		d126 := &d.Boxes[i125]
		w.raw("<label><input type=\"checkbox\" name=\"")
		w.text(d126.Name)
		w.raw("\"")
		if d126.On {
			w.raw(" checked")
		}
		w.raw("> <span>")
		w.text(d126.Label)
		w.raw("</span></label> ")
	}
	w.raw("</span>\n")
	{
		d127 := &d.Work
		if d128 := d127.By; d128 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Initials</span> <bdi>")
			w.text(d128)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Initials</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n")
		if d129 := d127.Date; d129 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Date</span> <bdi>")
			w.text(d129)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Date</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n<span class=\"cell\"><span class=\"name\">Evidence</span> ")
		if d130 := d127.Evidence; d130 != "" {
			w.raw("<bdi>")
			w.text(d130)
			w.raw("</bdi>")
		} else {
			w.raw("<span class=\"free\" role=\"textbox\" aria-multiline=\"true\" aria-label=\"Evidence\" contenteditable=\"plaintext-only\"></span>")
		}
		w.raw("</span>\n")
	}
	w.raw("</div>\n")
	if d131 := d.Work.Remark; d131 != "" {
		w.raw("<p class=\"remark\">Remark: <bdi>")
		w.text(d131)
		w.raw("</bdi></p>\n")
	}
	w.layNote(d.Work.Note)
	w.raw("\n")
}

func (w *writer) layEntryText(d *entry) {
	w.raw("\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
	w.fragment(d.ID)
	w.raw("\"><span class=\"num\">")
	w.text(d.Number)
	w.raw("</span> ")
	w.text(d.Title)
	w.raw("</a>")
	if d.Origin.Company != "" {
		w.raw(" <span class=\"badge\">Company step</span>")
	}
	w.raw("</h3>\n")
	if d.Role != "" || d.Due != "" {
		w.raw("<p class=\"meta\"><span class=\"by\">")
		if d132 := d.Role; d132 != "" {
			w.raw("<span class=\"role\">")
			w.text(d132)
			w.raw("</span> ")
		}
		w.raw("<bdi>")
		w.text(d.People)
		w.raw("</bdi></span>")
		if d133 := d.Due; d133 != "" {
			w.raw(" due ")
			w.text(weekday(d133))
		}
		w.raw("</p>")
	}
	w.raw("\n</div>\n<div class=\"steps\">")
	w.raw(string(d.Body))
	w.raw("</div>\n")
}

func (w *writer) layHeads(d []string) {
	w.raw("<thead><tr>")
	for i134 := range d {
		d135 := d[i134]
		w.raw("<th scope=\"col\">")
		w.text(d135)
		w.raw("</th>")
	}
	w.raw("</tr></thead>")
}

func (w *writer) layPeople(d []generator.Person) {
	for i136 := range d {
		d137 := &d[i136]
		if i136 != 0 {
			w.raw(", ")
		}
		w.raw("<bdi>")
		w.text(d137.Name)
		w.raw("</bdi>")
	}
}

func (w *writer) layEntry(d string) {
	if d138 := d; d138 != "" {
		w.raw("<bdi class=\"entered\">")
		w.text(d138)
		w.raw("</bdi>")
	}
}

func (w *writer) layNote(d string) {
	if d139 := d; d139 != "" {
		w.raw("<p class=\"remark\">")
		w.text(d139)
		w.raw("</p>")
	}
}

func (w *writer) layCompany(d string) {
	if d140 := d; d140 != "" {
		w.raw(" <span class=\"badge\">from <bdi>")
		w.text(d140)
		w.raw("</bdi></span>")
	}
}

func (w *writer) layWarningList(d []generator.Warning) {
	w.raw("\n<ul class=\"warnings\">\n")
	for i141 := range d {
		d142 := &d[i141]
		w.raw("<li><strong>")
		w.text(d142.ID)
		w.raw("</strong> ")
		w.text(sentence(d142.Message))
		w.layCompany(d142.Company)
		if d143 := d142.Hint; d143 != "" {
			w.raw("<br><span class=\"hint\"><strong>What to do:</strong> ")
			w.text(sentence(d143))
			w.raw("</span>")
		}
		if d144 := d142.At; d144 != "" {
			w.raw("<br><span class=\"hint\">Key in the profile: <code>")
			w.text(d144)
			w.raw("</code></span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layMatrix(d *page) {
	if len(d.Matrix) > 0 {
		w.raw("\n<div id=\"matrix\">\n<h3 id=\"matrix-title\">")
		w.text(heading("matrix"))
		w.raw("</h3>\n<p>")
		for i145 := range d.Letters {
			d146 := &d.Letters[i145]
			if i145 != 0 {
				w.raw(" ")
			}
			w.raw("<strong>")
			w.text(d146.Letter)
			w.raw("</strong> ")
			w.text(d146.Note)
		}
		w.raw("</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix")
		if d.LongMatrix() {
			w.raw(" long")
		}
		w.raw("\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i147 := range d.Ledger {
			d148 := &d.Ledger[i147]
			w.raw("<th scope=\"col\"><span>")
			w.text(d148.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i149 := range d.Matrix {
			d150 := &d.Matrix[i149]
			if d150.Phase != "" {
				if i149 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d150.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d150.Item.ID)
			w.raw("\">")
			w.text(d150.Item.Number)
			w.raw(" ")
			w.text(d150.Item.Title)
			w.raw("</a></th>")
			for i151 := range d150.Cells {
				d152 := d150.Cells[i151]
				w.raw(string(d152))
			}
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i153 := range d {
		d154 := &d[i153]
		w.raw("<li>")
		if d154.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d154.Name)
			w.raw("\"")
			if d154.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d154.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d154.Name)
			w.raw("\"")
			if d154.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d154.ID)
			w.raw("\"><div id=\"")
			w.text(d154.ID)
			w.raw("\">")
			w.raw(string(d154.Text))
			w.raw("</div>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layItem(d *item) {
	w.raw("\n<article class=\"")
	w.text(d.Class)
	w.raw("\" id=\"")
	w.text(d.ID)
	w.raw("\">\n")
	w.layItemHead(d)
	w.raw("\n<div class=\"steps\">")
	w.raw(string(d.Steps))
	w.raw("</div>\n<div class=\"tail\">\n")
	w.raw(string(d.End))
	w.layItemTail(d)
	w.raw("\n")
	w.layOrigin(&d.Origin)
	w.raw("\n</div>\n</article>\n")
}

func (w *writer) layOrigin(d *origin) {
	w.raw("\n<p class=\"origin\">")
	w.raw(string(d.Sources))
	if d155 := d.Reason; d155 != "" {
		w.raw("Why in this runbook: ")
		w.text(d155)
		w.raw(". ")
	}
	if d156 := d.Company; d156 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d156)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
