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
	w.raw("</h1>\n<p class=\"issue\"><bdi>")
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
	w.layGlance(d.Glance)
	w.raw("\n<p class=\"issue numbers\">Item numbers are those of the whole runbook. Workflow <code>")
	w.text(d.Workflow.ID)
	w.raw("</code> ")
	w.text(d.Workflow.Version)
	w.raw(", facts as of ")
	w.text(day(d.Workflow.Verified))
	w.raw(", profile ")
	if d10 := d.Profile; d10 != "" {
		w.raw("<code>")
		w.text(d10)
		w.raw("</code> ")
	}
	w.text(d.Digest)
	w.raw(".</p>\n</header>\n<main id=\"main\">\n")
	if d11 := d.Banners; len(d11) > 0 {
		w.raw("<div class=\"banners\">")
		w.layBanners(d11)
		w.raw("</div>")
	}
	w.raw("\n")
	if d12 := d.Sheet.Sittings; len(d12) > 0 {
		w.raw("\n<section id=\"sittings\" aria-labelledby=\"sittings-title\">\n<h2 id=\"sittings-title\">When you are needed</h2>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Sitting</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">What must be ready before</th></tr></thead>\n<tbody>\n")
		for i13 := range d12 {
			d14 := &d12[i13]
			w.raw("<tr><th scope=\"row\">")
			if d15 := d14.Planned; d15 != "" {
				w.text(weekday(d15))
			} else {
				if d14.OnCall {
					w.raw("on call")
				} else {
					w.number(next(i13))
				}
			}
			w.raw("</th><td data-label=\"Items\">")
			w.layNumbers(d14.Items)
			if d16 := d14.Company; d16 != "" {
				w.raw(", ")
				w.text(d16)
			}
			w.raw("</td><td data-label=\"Hands-on\">")
			w.text(duration(d14.Minutes))
			w.raw("</td><td data-label=\"Ready before\">")
			for i17 := range d14.Ready {
				d18 := &d14.Ready[i17]
				if i17 != 0 {
					w.raw("; ")
				}
				w.text(d18.Number)
				w.raw(" ")
				w.text(d18.Title)
			}
			if len(d14.Ready) == 0 {
				w.text(d14.Nothing)
			}
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		if d19 := d.WithOthers; len(d19) > 0 {
			w.raw("<h3>")
			w.text(heading("others"))
			w.raw("</h3>\n<ul>\n")
			for i20 := range d19 {
				d21 := d19[i20]
				w.raw("<li>")
				w.raw(string(d21))
				w.raw("</li>\n")
			}
			w.raw("</ul>\n")
		}
		w.raw("</section>\n")
	}
	w.raw("\n")
	if d22 := d.Signs; len(d22) > 0 {
		w.raw("<section id=\"gates\" aria-labelledby=\"gates-title\">\n<h2 id=\"gates-title\">")
		w.text(heading("gates"))
		w.raw("</h2>\n<ul>\n")
		for i23 := range d22 {
			d24 := d22[i23]
			w.raw("<li>")
			w.raw(string(d24))
			w.raw("</li>\n")
		}
		w.raw("</ul>\n</section>\n")
	}
	w.raw("\n")
	for i25 := range d.Chapters {
		d26 := &d.Chapters[i25]
		w.raw("\n<section class=\"phase\" id=\"")
		w.text(d26.ID)
		w.raw("\" aria-labelledby=\"")
		w.text(d26.ID)
		w.raw("-title\">\n<h2 id=\"")
		w.text(d26.ID)
		w.raw("-title\">")
		if d27 := d26.Kicker; d27 != "" {
			w.text(d27)
			w.raw(": ")
		}
		w.text(d26.Title)
		w.raw("</h2>\n")
		for i28 := range d26.Items {
			d29 := &d26.Items[i28]
			w.raw("\n<article class=\"")
			w.text(d29.Class)
			w.raw("\" id=\"")
			w.text(d29.ID)
			w.raw("\">\n")
			w.layItemHead(d29)
			w.raw("\n<div class=\"steps\">")
			w.raw(string(d29.Steps))
			w.raw("</div>\n<div class=\"tail\">\n")
			w.raw(string(d29.End))
			w.layItemTail(d29)
			w.raw("\n</div>\n</article>\n")
		}
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d30 := d.Lookup; len(d30) > 0 {
		w.raw("\n<section id=\"lookup\" aria-labelledby=\"lookup-title\">\n<h2 id=\"lookup-title\">Yours to look up in the whole runbook</h2>\n")
		for i31 := range d30 {
			d32 := &d30[i31]
			w.raw("<p>")
			w.text(d32.Title)
			w.raw(": ")
			for i33 := range d32.Entries {
				d34 := &d32.Entries[i33]
				if i33 != 0 {
					w.raw("; ")
				}
				w.raw("<span class=\"num\">")
				w.text(d34.Number)
				w.raw("</span> ")
				w.text(d34.Title)
				if d35 := d34.Due; d35 != "" {
					w.raw(" (due ")
					w.text(weekday(d35))
					w.raw(")")
				}
			}
			w.raw(".</p>\n")
		}
		w.raw("</section>\n")
	}
	w.raw("\n<section id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">Sign-off</h2>\n<table class=\"sign\">\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody><tr><td></td><td></td><td></td></tr></tbody>\n</table>\n</section>\n</main>\n</body>\n</html>\n")
}

func (w *writer) layCover(d *page) {
	w.raw("\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"cover\">\n")
	w.layMasthead(d)
	w.raw("\n<h1><bdi>")
	w.text(d.Title)
	w.raw("</bdi></h1>\n<div class=\"summary\">")
	w.raw(string(d.Summary))
	w.raw("</div>\n")
	w.layGlance(d.Glance)
	w.raw("\n<p class=\"issue\">")
	if d36 := d.Document.Revision; d36 != "" {
		w.raw("Revision <bdi>")
		w.text(d36)
		w.raw("</bdi> · ")
	}
	w.text(day(d.Date))
	if d37 := d.Document.Change; d37 != "" {
		w.raw(" · Change <bdi>")
		w.text(d37)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Workflow.Title)
	w.raw("</p>\n")
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("<p class=\"first\">Before anything else, read <a href=\"#warnings\">")
		w.text(heading("warnings"))
		w.raw("</a>")
		if d38 := d.Warned; len(d38) > 0 {
			w.raw(" (")
			w.text(count(len(d38), "warning"))
			w.raw(")")
		}
		w.raw(".</p>")
	}
	w.raw("\n<div class=\"use\">\n<h2>")
	w.text(word("usage"))
	w.raw("</h2>\n<ul>\n")
	list39 := texts("how")
	for i40 := range list39 {
		d41 := list39[i40]
		w.raw("<li>")
		w.text(d41)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i42 := range d.Ledger {
		d43 := &d.Ledger[i42]
		w.raw("<tr><th scope=\"row\">")
		w.text(d43.Title)
		w.raw("</th><td>")
		w.layPeople(d43.People)
		if d43.StandIn != "" {
			w.raw(" (standing\u00a0in)")
		}
		w.raw("</td><td>")
		w.layEntry(d43.Release.Name)
		w.layNote(d43.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d43.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d43.Release.Date)
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
	for i44 := range d.Contents {
		d45 := &d.Contents[i44]
		w.raw("<li><a href=\"#")
		w.fragment(d45.ID)
		w.raw("\">")
		w.text(d45.Title)
		w.raw("</a>")
		if d46 := d45.Items; len(d46) > 0 {
			w.raw("\n<ol>\n")
			for i47 := range d46 {
				d48 := &d46[i47]
				w.raw("<li><a href=\"#")
				w.fragment(d48.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d48.Number)
				w.raw("</span> <span>")
				w.text(d48.Title)
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
		for i49 := range d.Decisions {
			d50 := &d.Decisions[i49]
			w.raw("<tr><th scope=\"row\">")
			w.text(d50.Label)
			w.layCompany(d50.Company)
			w.raw(" <code class=\"key long\">")
			w.text(d50.Key)
			w.raw("</code></th><td data-label=\"Value\"><bdi>")
			w.text(d50.Value)
			w.raw("</bdi>")
			if d50.Default {
				w.raw(" <span class=\"hint\">(default)</span>")
			}
			w.layNote(d50.Confirmed.Remark)
			w.layNote(d50.Confirmed.Note)
			w.raw("</td>")
			if d50.Open {
				w.raw("<td class=\"box\" data-label=\"Confirmed\">")
				w.text(word("open"))
				w.raw("</td><td></td><td></td>")
			} else {
				w.raw("<td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
				w.number(i49)
				w.raw("\" aria-label=\"Confirmed: ")
				w.text(d50.Label)
				w.raw("\"")
				if d50.Confirmed.Yes {
					w.raw(" checked")
				}
				w.raw("></td><td")
				if d50.Confirmed.By != "" {
					w.raw(" data-label=\"By\"")
				}
				w.raw(">")
				w.layEntry(d50.Confirmed.By)
				w.raw("</td><td")
				if d50.Confirmed.Date != "" {
					w.raw(" data-label=\"Date\"")
				}
				w.raw(">")
				w.layEntry(d50.Confirmed.Date)
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
		if d57.Done != 0 {
			w.number(d57.Done)
			w.raw(" of ")
			w.number(len(d57.Items))
		}
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
					w.text(duration(d70.Minutes))
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
		for i74 := range d.NameList {
			d75 := &d.NameList[i74]
			w.raw("<tr><th scope=\"row\">")
			w.text(d75.Label)
			w.layCompany(d75.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d75.Value)
			w.raw("</code></td><td")
			if d75.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d75.Note))
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
	if d76 := d.Kicker; d76 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d76)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d77 := planning(d.Start, d.Due); d77 != "" {
		w.raw(" · ")
		w.text(d77)
	}
	if d.Done != 0 {
		w.raw(" · ")
		w.number(d.Done)
		w.raw(" done")
	}
	w.layCompany(d.Company)
	w.raw("</p>\n<div class=\"goal\">")
	w.raw(string(d.Goal))
	w.raw("</div>\n")
	if d78 := d.Gate; len(d78) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d78)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d79 := d.Note; d79 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d79))
		w.raw("</div>")
	}
	w.raw("\n")
	for i80 := range d.Items {
		d81 := &d.Items[i80]
		w.layItem(d81)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i82 := range d.Ends {
		d83 := &d.Ends[i82]
		if i82 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d83.Name)
		w.raw("\"")
		if d83.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d83.Name)
		w.raw("\">")
		w.text(d83.Label)
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
	if d84 := d.Company; d84 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d84)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i85 := range d.Entries {
		d86 := &d.Entries[i85]
		w.raw("\n<article class=\"")
		w.text(d86.Class)
		w.raw("\" id=\"")
		w.text(d86.ID)
		w.raw("\">\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
		w.fragment(d86.ID)
		w.raw("\"><span class=\"num\">")
		w.text(d86.Number)
		w.raw("</span> ")
		w.text(d86.Title)
		w.raw("</a>")
		if d86.Origin.Company != "" {
			w.raw(" <span class=\"badge\">Company step</span>")
		}
		w.raw("</h3>\n")
		if d86.Role != "" || d86.Due != "" {
			w.raw("<p class=\"meta\">")
			if d87 := d86.Role; d87 != "" {
				w.raw("<span class=\"role\">")
				w.text(d87)
				w.raw("</span> ")
			}
			w.raw("<bdi>")
			w.text(d86.People)
			w.raw("</bdi>")
			if d88 := d86.Due; d88 != "" {
				w.raw(" due ")
				w.text(weekday(d88))
			}
			w.raw("</p>")
		}
		w.raw("\n</div>\n<div class=\"steps\">")
		w.raw(string(d86.Body))
		w.raw("</div>\n")
		w.layOrigin(&d86.Origin)
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

func (w *writer) layDeviations(d *page) {
	w.raw("\n<section class=\"deviations\" id=\"deviations\" aria-labelledby=\"deviations-title\">\n<h2 id=\"deviations-title\">")
	w.text(heading("deviations"))
	w.raw("</h2>\n<p>")
	w.text(word("deviations note"))
	w.raw("</p>\n<table class=\"sign log\">\n")
	w.layHeads(texts("deviations"))
	w.raw("\n<tbody>\n")
	for i96 := range d.Log {
		d97 := &d.Log[i96]
		w.raw("<tr><td>")
		w.number(next(i96))
		w.raw("</td><td>")
		w.layEntry(d97.Item)
		w.raw("</td><td>")
		w.layEntry(d97.What)
		w.raw("</td><td>")
		w.layEntry(d97.Why)
		w.raw("</td><td>")
		w.layEntry(d97.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d97.Date)
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
	for i98 := range d.Closing {
		d99 := &d.Closing[i98]
		w.raw("<tr><th scope=\"row\">")
		w.text(d99.Title)
		w.layNote(d99.Note)
		w.raw("</th><td>")
		w.layEntry(d99.Name)
		w.raw("</td><td>")
		w.layEntry(d99.Signature)
		w.raw("</td><td>")
		w.layEntry(d99.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d100 := d.LogoURL; d100 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d100))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d101 := d.Document.Classification; d101 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d101)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i102 := range d {
		d103 := &d[i102]
		w.raw("<li><bdi>")
		w.text(d103.Name)
		w.raw("</bdi>")
		if d104 := d103.Email; d104 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d104)))
			w.raw("\">")
			w.text(d104)
			w.raw("</a>")
		}
		if d105 := d103.GitHub; d105 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d105)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layGlance(d []fact) {
	w.raw("\n<dl class=\"glance\">\n")
	for i106 := range d {
		d107 := &d[i106]
		w.raw("<div><dt>")
		w.text(d107.Label)
		w.raw("</dt><dd>")
		w.text(d107.Value)
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

func (w *writer) layBanners(d []template.HTML) {
	for i108 := range d {
		d109 := d[i108]
		w.raw("\n<div role=\"note\" class=\"alert important\">")
		w.raw(string(d109))
		w.raw("</div>\n")
	}
}

func (w *writer) layNumbers(d []link) {
	for i110 := range d {
		d111 := &d[i110]
		if i110 != 0 {
			w.raw(", ")
		}
		if d111.ID != "" {
			w.raw("<a href=\"#")
			w.fragment(d111.ID)
			w.raw("\" title=\"")
			w.text(d111.Title)
			w.raw("\">")
			w.text(d111.Number)
			w.raw("</a>")
		} else {
			w.text(d111.Number)
			w.raw(" ")
			w.text(d111.Title)
		}
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
	if d112 := d.State; d112 != "" {
		w.raw(" <span class=\"badge\">")
		w.text(d112)
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
	if d113 := d.Needs; len(d113) > 0 {
		w.raw("<p class=\"needs\">Needs first: ")
		for i114 := range d113 {
			d115 := &d113[i114]
			if i114 != 0 {
				w.raw("; ")
			}
			if d115.ID != "" {
				w.raw("<a href=\"#")
				w.fragment(d115.ID)
				w.raw("\">")
				w.text(d115.Number)
				w.raw(" ")
				w.text(d115.Title)
				w.raw("</a>")
			} else {
				w.text(d115.Number)
				w.raw(" ")
				w.text(d115.Title)
			}
		}
		w.raw("</p>\n")
	}
	if d116 := d.Why; d116 != "" {
		w.raw("<div class=\"why\">")
		w.raw(string(d116))
		w.raw("</div>")
	}
	if d117 := d.Together; d117 != "" {
		w.raw("\n<p class=\"together\">")
		w.raw(string(d117))
		w.raw("</p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layItemTail(d *item) {
	w.raw("\n")
	if d118 := d.Verify; len(d118) > 0 {
		w.raw("<h4>Verify</h4>\n")
		w.layChecks(d118)
	}
	w.raw("\n")
	if d119 := d.Evidence; d119 != "" {
		w.raw("<div class=\"record\"><strong>Record:</strong> ")
		w.raw(string(d119))
		w.raw("</div>")
	}
	w.raw("\n<div class=\"done\" role=\"group\" aria-label=\"Item ")
	w.text(d.Number)
	w.raw("\">\n<span class=\"cell states\">")
	for i120 := range d.Boxes {
		d121 := &d.Boxes[i120]
		w.raw("<label><input type=\"checkbox\" name=\"")
		w.text(d121.Name)
		w.raw("\"")
		if d121.On {
			w.raw(" checked")
		}
		w.raw("> <span>")
		w.text(d121.Label)
		w.raw("</span></label> ")
	}
	w.raw("</span>\n")
	{
		d122 := &d.Work
		if d123 := d122.By; d123 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Initials</span> <bdi>")
			w.text(d123)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Initials</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n")
		if d124 := d122.Date; d124 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Date</span> <bdi>")
			w.text(d124)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Date</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n<span class=\"cell\"><span class=\"name\">Evidence</span> ")
		if d125 := d122.Evidence; d125 != "" {
			w.raw("<bdi>")
			w.text(d125)
			w.raw("</bdi>")
		} else {
			w.raw("<span class=\"free\" role=\"textbox\" aria-multiline=\"true\" aria-label=\"Evidence\" contenteditable=\"plaintext-only\"></span>")
		}
		w.raw("</span>\n")
	}
	w.raw("</div>\n")
	w.layNote(d.Work.Note)
	w.raw("\n")
}

func (w *writer) layHeads(d []string) {
	w.raw("<thead><tr>")
	for i126 := range d {
		d127 := d[i126]
		w.raw("<th scope=\"col\">")
		w.text(d127)
		w.raw("</th>")
	}
	w.raw("</tr></thead>")
}

func (w *writer) layPeople(d []generator.Person) {
	for i128 := range d {
		d129 := &d[i128]
		if i128 != 0 {
			w.raw(", ")
		}
		w.raw("<bdi>")
		w.text(d129.Name)
		w.raw("</bdi>")
	}
}

func (w *writer) layEntry(d string) {
	if d130 := d; d130 != "" {
		w.raw("<bdi class=\"entered\">")
		w.text(d130)
		w.raw("</bdi>")
	}
}

func (w *writer) layNote(d string) {
	if d131 := d; d131 != "" {
		w.raw("<p class=\"remark\">")
		w.text(d131)
		w.raw("</p>")
	}
}

func (w *writer) layCompany(d string) {
	if d132 := d; d132 != "" {
		w.raw(" <span class=\"badge\">from <bdi>")
		w.text(d132)
		w.raw("</bdi></span>")
	}
}

func (w *writer) layWarningList(d []generator.Warning) {
	w.raw("\n<ul class=\"warnings\">\n")
	for i133 := range d {
		d134 := &d[i133]
		w.raw("<li><strong>")
		w.text(d134.ID)
		w.raw("</strong> ")
		w.text(sentence(d134.Message))
		w.layCompany(d134.Company)
		if d135 := d134.Hint; d135 != "" {
			w.raw("<br><span class=\"hint\"><strong>What to do:</strong> ")
			w.text(sentence(d135))
			w.raw("</span>")
		}
		if d136 := d134.At; d136 != "" {
			w.raw("<br><span class=\"hint\">Key in the profile: <code>")
			w.text(d136)
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
		for i137 := range d.Letters {
			d138 := &d.Letters[i137]
			if i137 != 0 {
				w.raw(" ")
			}
			w.raw("<strong>")
			w.text(d138.Letter)
			w.raw("</strong> ")
			w.text(d138.Note)
		}
		w.raw("</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix")
		if d.LongMatrix() {
			w.raw(" long")
		}
		w.raw("\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i139 := range d.Ledger {
			d140 := &d.Ledger[i139]
			w.raw("<th scope=\"col\"><span>")
			w.text(d140.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i141 := range d.Matrix {
			d142 := &d.Matrix[i141]
			if d142.Phase != "" {
				if i141 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d142.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d142.Item.ID)
			w.raw("\">")
			w.text(d142.Item.Number)
			w.raw(" ")
			w.text(d142.Item.Title)
			w.raw("</a></th>")
			for i143 := range d142.Cells {
				d144 := d142.Cells[i143]
				w.raw(string(d144))
			}
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i145 := range d {
		d146 := &d[i145]
		w.raw("<li>")
		if d146.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d146.Name)
			w.raw("\"")
			if d146.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d146.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d146.Name)
			w.raw("\"")
			if d146.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d146.ID)
			w.raw("\"><div id=\"")
			w.text(d146.ID)
			w.raw("\">")
			w.raw(string(d146.Text))
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
	if d147 := d.Reason; d147 != "" {
		w.raw("Why in this runbook: ")
		w.text(d147)
		w.raw(". ")
	}
	if d148 := d.Company; d148 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d148)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
