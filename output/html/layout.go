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
		w.raw("\n<section id=\"sittings\" aria-labelledby=\"sittings-title\">\n<h2 id=\"sittings-title\">When you are needed</h2>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Sitting</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">")
		w.text(word("ready"))
		w.raw("</th></tr></thead>\n<tbody>\n")
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
			w.raw("</td><td data-label=\"")
			w.text(word("ready"))
			w.raw("\">")
			for i17 := range d14.Awaited {
				d18 := &d14.Awaited[i17]
				w.text(d18.Join)
				w.text(d18.Number)
				w.raw(" ")
				w.text(d18.Title)
				w.text(d18.Who)
			}
			if len(d14.Awaited) == 0 {
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
	for i30 := range d.Lookup {
		d31 := &d.Lookup[i30]
		if len(d31.Entries) > 0 {
			w.raw("\n<section class=\"phase\" id=\"")
			w.text(d31.ID)
			w.raw("\" aria-labelledby=\"")
			w.text(d31.ID)
			w.raw("-title\">\n<h2 id=\"")
			w.text(d31.ID)
			w.raw("-title\">")
			w.text(d31.Title)
			w.raw("</h2>\n")
			for i32 := range d31.Entries {
				d33 := &d31.Entries[i32]
				w.raw("\n<article class=\"")
				w.text(d33.Class)
				w.raw("\" id=\"")
				w.text(d33.ID)
				w.raw("\">\n")
				w.layEntryText(d33)
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
	w.raw("\n<h1><bdi>")
	w.text(d.Title)
	w.raw("</bdi></h1>\n<div class=\"summary\">")
	w.raw(string(d.Summary))
	w.raw("</div>\n")
	w.layGlance(d.Glance)
	w.raw("\n<p class=\"issue\">")
	if d34 := d.Document.Revision; d34 != "" {
		w.raw("Revision <bdi>")
		w.text(d34)
		w.raw("</bdi> · ")
	}
	w.text(day(d.Date))
	if d35 := d.Document.Change; d35 != "" {
		w.raw(" · Change <bdi>")
		w.text(d35)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Workflow.Title)
	w.raw("</p>\n")
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("<p class=\"first\">Before anything else, read <a href=\"#warnings\">")
		w.text(heading("warnings"))
		w.raw("</a>")
		if d36 := d.Warned; len(d36) > 0 {
			w.raw(" (")
			w.text(count(len(d36), "warning"))
			w.raw(")")
		}
		w.raw(".</p>")
	}
	w.raw("\n<div class=\"use\">\n<h2>")
	w.text(word("usage"))
	w.raw("</h2>\n<ul>\n")
	list37 := texts("how")
	for i38 := range list37 {
		d39 := list37[i38]
		w.raw("<li>")
		w.text(d39)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i40 := range d.Ledger {
		d41 := &d.Ledger[i40]
		w.raw("<tr><th scope=\"row\">")
		w.text(d41.Title)
		w.raw("</th><td>")
		w.layPeople(d41.People)
		if d41.StandIn != "" {
			w.raw(" (standing\u00a0in)")
		}
		w.raw("</td><td>")
		w.layEntry(d41.Release.Name)
		w.layNote(d41.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d41.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d41.Release.Date)
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
	for i42 := range d.Contents {
		d43 := &d.Contents[i42]
		w.raw("<li><a href=\"#")
		w.fragment(d43.ID)
		w.raw("\">")
		w.text(d43.Title)
		w.raw("</a>")
		if d44 := d43.Items; len(d44) > 0 {
			w.raw("\n<ol>\n")
			for i45 := range d44 {
				d46 := &d44[i45]
				w.raw("<li><a href=\"#")
				w.fragment(d46.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d46.Number)
				w.raw("</span> <span>")
				w.text(d46.Title)
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
		for i47 := range d.Decisions {
			d48 := &d.Decisions[i47]
			w.raw("<tr><th scope=\"row\">")
			w.text(d48.Label)
			w.layCompany(d48.Company)
			w.raw(" <code class=\"key long\">")
			w.text(d48.Key)
			w.raw("</code></th><td data-label=\"Value\"><bdi>")
			w.text(d48.Value)
			w.raw("</bdi>")
			if d48.Default {
				w.raw(" <span class=\"hint\">(default)</span>")
			}
			w.layNote(d48.Confirmed.Remark)
			w.layNote(d48.Confirmed.Note)
			w.raw("</td>")
			if d48.Open {
				w.raw("<td class=\"box\" data-label=\"Confirmed\">")
				w.text(word("open"))
				w.raw("</td><td></td><td></td>")
			} else {
				w.raw("<td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
				w.number(i47)
				w.raw("\" aria-label=\"Confirmed: ")
				w.text(d48.Label)
				w.raw("\"")
				if d48.Confirmed.Yes {
					w.raw(" checked")
				}
				w.raw("></td><td")
				if d48.Confirmed.By != "" {
					w.raw(" data-label=\"By\"")
				}
				w.raw(">")
				w.layEntry(d48.Confirmed.By)
				w.raw("</td><td")
				if d48.Confirmed.Date != "" {
					w.raw(" data-label=\"Date\"")
				}
				w.raw(">")
				w.layEntry(d48.Confirmed.Date)
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
	for i49 := range d.Control {
		d50 := &d.Control[i49]
		w.raw("<tr><th scope=\"row\">")
		w.text(d50.Label)
		if d51 := d50.Hint; d51 != "" {
			w.raw(" <span class=\"hint\">")
			w.text(d51)
			w.raw("</span>")
		}
		w.raw("</th><td>")
		if d52 := weblink(d50.URL); d52 != "" {
			w.raw("<a href=\"")
			w.address(string(d52))
			w.raw("\">")
			w.text(d50.Value)
			w.raw("</a>")
		} else {
			w.raw("<bdi>")
			w.text(d50.Value)
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
		if d53 := d.Warnings; len(d53) > 0 {
			w.layWarningList(d53)
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
	for i54 := range d.Chapters {
		d55 := &d.Chapters[i54]
		w.raw("<tr><th scope=\"row\"><a href=\"#")
		w.fragment(d55.ID)
		w.raw("\">")
		if d56 := d55.Kicker; d56 != "" {
			w.text(d56)
			w.raw(": ")
		}
		w.text(d55.Title)
		w.raw("</a></th><td data-label=\"Items\">")
		w.number(len(d55.Items))
		w.raw("</td><td class=\"short\" data-label=\"Hands-on\">")
		w.text(duration(d55.Minutes))
		w.raw("</td>")
		if d.Schedule != nil {
			w.raw("<td class=\"short\" data-label=\"Planned\">")
			w.text(span(d55.Start, d55.Due))
			w.raw("</td>")
		}
		w.raw("<td class=\"short\" data-label=\"Done\">")
		w.text(d55.Done)
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d55.By)
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d55.Signed.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
	if d57 := d.LongChain; len(d57) > 0 {
		w.raw("<p class=\"chain\">The longest chain of items that wait for each other, ")
		w.text(count(len(d57), "item"))
		w.raw(": ")
		for i58 := range d57 {
			d59 := &d57[i58]
			if i58 != 0 {
				w.raw(" <span class=\"arrow\">→</span> ")
			}
			w.raw("<a href=\"#")
			w.fragment(d59.ID)
			w.raw("\" title=\"")
			w.text(d59.Title)
			w.raw("\">")
			w.text(d59.Number)
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
	for i60 := range d.Initials {
		d61 := &d.Initials[i60]
		w.raw("<tr><td>")
		w.layEntry(d61.Initials)
		w.raw("</td><td>")
		w.layEntry(d61.Name)
		w.raw("</td><td>")
		w.layEntry(d61.Role)
		w.raw("</td><td>")
		w.layEntry(d61.Specimen)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layRoles(d *page) {
	if len(d.Ledger) > 0 {
		w.raw("\n<section class=\"front\" id=\"roles\" aria-labelledby=\"roles-title\">\n<h2 id=\"roles-title\">")
		w.text(heading("roles"))
		w.raw("</h2>\n<table class=\"stack ledger\">\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Who</th><th scope=\"col\">Items</th><th class=\"short\" scope=\"col\">Hands-on</th><th scope=\"col\">When they are needed</th></tr></thead>\n<tbody>\n")
		for i62 := range d.Ledger {
			d63 := &d.Ledger[i62]
			w.raw("<tr>\n<th scope=\"row\">")
			w.text(d63.Title)
			w.layCompany(d63.Company)
			if d64 := d63.Summary; d64 != "" {
				w.raw("<div class=\"about\">")
				w.raw(string(d64))
				w.raw("</div>")
			}
			w.raw("</th>\n<td data-label=\"Who\">")
			w.layContacts(d63.People)
			if d65 := d63.StandIn; d65 != "" {
				w.raw("<p class=\"stand-in\">The people of the role ")
				w.text(d65)
				w.raw(" stand in.</p>")
			}
			w.raw("</td>\n<td data-label=\"Items\">")
			w.number(len(d63.Keys))
			w.raw("</td>\n<td class=\"short\" data-label=\"Hands-on\">")
			w.text(duration(d63.Minutes))
			w.raw("</td>\n<td data-label=\"When they are needed\">")
			if d66 := d63.Sittings; len(d66) > 0 {
				w.raw("<ul class=\"sittings\">\n")
				for i67 := range d66 {
					d68 := &d66[i67]
					w.raw("<li>")
					if d69 := d68.Planned; d69 != "" {
						w.raw("<strong>")
						w.text(weekday(d69))
						w.raw("</strong>, ")
					}
					w.text(duration(d68.Minutes))
					w.raw(": ")
					w.layNumbers(d68.Items)
					if d70 := d68.Company; d70 != "" {
						w.raw(", ")
						w.text(d70)
					}
					if d71 := d68.Ready; len(d71) > 0 {
						w.raw(", after ")
						w.layNumbers(d71)
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
		for i72 := range d.NameList {
			d73 := &d.NameList[i72]
			w.raw("<tr><th scope=\"row\">")
			w.text(d73.Label)
			w.layCompany(d73.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d73.Value)
			w.raw("</code></td><td")
			if d73.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d73.Note))
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
	if d74 := d.Kicker; d74 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d74)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d75 := planning(d.Start, d.Due); d75 != "" {
		w.raw(" · ")
		w.text(d75)
	}
	if d76 := d.SoFar; d76 != "" {
		w.raw(" · ")
		w.text(d76)
	}
	w.layCompany(d.Company)
	w.raw("</p>\n<div class=\"goal\">")
	w.raw(string(d.Goal))
	w.raw("</div>\n")
	if d77 := d.Gate; len(d77) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d77)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d78 := d.Note; d78 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d78))
		w.raw("</div>")
	}
	w.raw("\n")
	for i79 := range d.Items {
		d80 := &d.Items[i79]
		w.layItem(d80)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i81 := range d.Ends {
		d82 := &d.Ends[i81]
		if i81 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d82.Name)
		w.raw("\"")
		if d82.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d82.Name)
		w.raw("\">")
		w.text(d82.Label)
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
	if d83 := d.Company; d83 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d83)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i84 := range d.Entries {
		d85 := &d.Entries[i84]
		w.raw("\n<article class=\"")
		w.text(d85.Class)
		w.raw("\" id=\"")
		w.text(d85.ID)
		w.raw("\">\n")
		w.layEntryText(d85)
		w.raw("\n")
		w.layOrigin(&d85.Origin)
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
		for i86 := range d.Left {
			d87 := &d.Left[i86]
			w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">")
			w.text(d87.Title)
			w.raw("</th></tr>\n")
			for i88 := range d87.Items {
				d89 := &d87.Items[i88]
				w.raw("<tr><th scope=\"row\">")
				w.text(d89.Title)
				w.raw("</th><td>")
				w.text(sentence(d89.Reason))
				if d90 := d89.Company; d90 != "" {
					w.raw(" <span class=\"badge\">left out by <bdi>")
					w.text(d90)
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
		for i91 := range d.Glossary {
			d92 := &d.Glossary[i91]
			w.raw("<div><dt>")
			w.text(d92.Term)
			w.layCompany(d92.Company)
			w.raw("</dt><dd>")
			w.raw(string(d92.Text))
			w.raw("</dd></div>\n")
		}
		w.raw("</dl>\n</section>\n")
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
	for i93 := range d.Log {
		d94 := &d.Log[i93]
		w.raw("<tr><td>")
		w.number(next(i93))
		w.raw("</td><td>")
		w.layEntry(d94.Item)
		w.raw("</td><td>")
		w.layEntry(d94.What)
		w.raw("</td><td>")
		w.layEntry(d94.Why)
		w.raw("</td><td>")
		w.layEntry(d94.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d94.Date)
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
	for i95 := range d.Closing {
		d96 := &d.Closing[i95]
		w.raw("<tr><th scope=\"row\">")
		w.text(d96.Title)
		w.layNote(d96.Note)
		w.raw("</th><td>")
		w.layEntry(d96.Name)
		w.raw("</td><td>")
		w.layEntry(d96.Signature)
		w.raw("</td><td>")
		w.layEntry(d96.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d97 := d.LogoURL; d97 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d97))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d98 := d.Document.Classification; d98 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d98)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i99 := range d {
		d100 := &d[i99]
		w.raw("<li><bdi>")
		w.text(d100.Name)
		w.raw("</bdi>")
		if d101 := d100.Email; d101 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d101)))
			w.raw("\">")
			w.text(d101)
			w.raw("</a>")
		}
		if d102 := d100.GitHub; d102 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d102)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layGlance(d []fact) {
	w.raw("\n<dl class=\"glance\">\n")
	for i103 := range d {
		d104 := &d[i103]
		w.raw("<div><dt>")
		w.text(d104.Label)
		w.raw("</dt><dd>")
		w.text(d104.Value)
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

func (w *writer) layBanners(d []template.HTML) {
	for i105 := range d {
		d106 := d[i105]
		w.raw("\n<div role=\"note\" class=\"alert important\">")
		w.raw(string(d106))
		w.raw("</div>\n")
	}
}

func (w *writer) layNumbers(d []link) {
	for i107 := range d {
		d108 := &d[i107]
		if i107 != 0 {
			w.raw(", ")
		}
		if d108.ID != "" {
			w.raw("<a href=\"#")
			w.fragment(d108.ID)
			w.raw("\" title=\"")
			w.text(d108.Title)
			w.raw("\">")
			w.text(d108.Number)
			w.raw("</a>")
		} else {
			w.text(d108.Number)
			w.raw(" ")
			w.text(d108.Title)
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
	if d109 := d.State; d109 != "" {
		w.raw(" <span class=\"badge\">")
		w.text(d109)
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
	if d110 := d.Needs; len(d110) > 0 {
		w.raw("<p class=\"needs\">Needs first: ")
		for i111 := range d110 {
			d112 := &d110[i111]
			if i111 != 0 {
				w.raw("; ")
			}
			if d112.ID != "" {
				w.raw("<a href=\"#")
				w.fragment(d112.ID)
				w.raw("\">")
				w.text(d112.Number)
				w.raw(" ")
				w.text(d112.Title)
				w.raw("</a>")
			} else {
				w.text(d112.Number)
				w.raw(" ")
				w.text(d112.Title)
			}
		}
		w.raw("</p>\n")
	}
	if d113 := d.Why; d113 != "" {
		w.raw("<div class=\"why\">")
		w.raw(string(d113))
		w.raw("</div>")
	}
	if d114 := d.Together; d114 != "" {
		w.raw("\n<p class=\"together\">")
		w.raw(string(d114))
		w.raw("</p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layItemTail(d *item) {
	w.raw("\n")
	if d115 := d.Verify; len(d115) > 0 {
		w.raw("<h4>Verify</h4>\n")
		w.layChecks(d115)
	}
	w.raw("\n")
	if d116 := d.Evidence; d116 != "" {
		w.raw("<div class=\"record\"><strong>Record:</strong> ")
		w.raw(string(d116))
		w.raw("</div>")
	}
	w.raw("\n<div class=\"done\" role=\"group\" aria-label=\"Item ")
	w.text(d.Number)
	w.raw("\">\n<span class=\"cell states\">")
	for i117 := range d.Boxes {
		d118 := &d.Boxes[i117]
		w.raw("<label><input type=\"checkbox\" name=\"")
		w.text(d118.Name)
		w.raw("\"")
		if d118.On {
			w.raw(" checked")
		}
		w.raw("> <span>")
		w.text(d118.Label)
		w.raw("</span></label> ")
	}
	w.raw("</span>\n")
	{
		d119 := &d.Work
		if d120 := d119.By; d120 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Initials</span> <bdi>")
			w.text(d120)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Initials</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n")
		if d121 := d119.Date; d121 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Date</span> <bdi>")
			w.text(d121)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Date</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n<span class=\"cell\"><span class=\"name\">Evidence</span> ")
		if d122 := d119.Evidence; d122 != "" {
			w.raw("<bdi>")
			w.text(d122)
			w.raw("</bdi>")
		} else {
			w.raw("<span class=\"free\" role=\"textbox\" aria-multiline=\"true\" aria-label=\"Evidence\" contenteditable=\"plaintext-only\"></span>")
		}
		w.raw("</span>\n")
	}
	w.raw("</div>\n")
	if d123 := d.Work.Remark; d123 != "" {
		w.raw("<p class=\"remark\">Remark: <bdi>")
		w.text(d123)
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
		if d124 := d.Role; d124 != "" {
			w.raw("<span class=\"role\">")
			w.text(d124)
			w.raw("</span> ")
		}
		w.raw("<bdi>")
		w.text(d.People)
		w.raw("</bdi></span>")
		if d125 := d.Due; d125 != "" {
			w.raw(" due ")
			w.text(weekday(d125))
		}
		w.raw("</p>")
	}
	w.raw("\n</div>\n<div class=\"steps\">")
	w.raw(string(d.Body))
	w.raw("</div>\n")
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
