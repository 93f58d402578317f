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
	w.text(d.Date)
	if d6 := d.Document.Change; d6 != "" {
		w.raw(" · Change <bdi>")
		w.text(d6)
		w.raw("</bdi>")
	}
	w.raw("</p>\n")
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
	w.text(d.Workflow.Verified)
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
				w.text(d15)
			} else {
				w.number(next(i13))
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
				w.raw("nothing")
			}
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		if d19 := d.WithOthers; len(d19) > 0 {
			w.raw("<h3>With others</h3>\n<ul>\n")
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
	for i22 := range d.Chapters {
		d23 := &d.Chapters[i22]
		w.raw("\n<section class=\"phase\" id=\"")
		w.text(d23.ID)
		w.raw("\" aria-labelledby=\"")
		w.text(d23.ID)
		w.raw("-title\">\n<h2 id=\"")
		w.text(d23.ID)
		w.raw("-title\">")
		if d24 := d23.Kicker; d24 != "" {
			w.text(d24)
			w.raw(": ")
		}
		w.text(d23.Title)
		w.raw("</h2>\n")
		for i25 := range d23.Items {
			d26 := &d23.Items[i25]
			w.raw("\n<article class=\"")
			w.text(d26.Class)
			w.raw("\" id=\"")
			w.text(d26.ID)
			w.raw("\">\n")
			w.layItemHead(d26)
			w.raw("\n<div class=\"steps\">")
			w.raw(string(d26.Steps))
			w.raw("</div>\n<div class=\"tail\">\n")
			w.layItemTail(d26)
			w.raw("\n</div>\n</article>\n")
		}
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d27 := d.Lookup; len(d27) > 0 {
		w.raw("\n<section id=\"lookup\" aria-labelledby=\"lookup-title\">\n<h2 id=\"lookup-title\">Yours to look up in the whole runbook</h2>\n")
		for i28 := range d27 {
			d29 := &d27[i28]
			w.raw("<p>")
			w.text(d29.Title)
			w.raw(": ")
			for i30 := range d29.Entries {
				d31 := &d29.Entries[i30]
				if i30 != 0 {
					w.raw("; ")
				}
				w.raw("<span class=\"num\">")
				w.text(d31.Number)
				w.raw("</span> ")
				w.text(d31.Title)
				if d32 := d31.Due; d32 != "" {
					w.raw(" (due ")
					w.text(d32)
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
	if d33 := d.Document.Revision; d33 != "" {
		w.raw("Revision <bdi>")
		w.text(d33)
		w.raw("</bdi> · ")
	}
	w.text(d.Date)
	if d34 := d.Document.Change; d34 != "" {
		w.raw(" · Change <bdi>")
		w.text(d34)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Workflow.Title)
	w.raw("</p>\n")
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("<p class=\"first\">Before anything else, read <a href=\"#warnings\">")
		w.text(heading("warnings"))
		w.raw("</a>")
		if len(d.Warnings) > 0 {
			w.raw(" (")
			w.text(count(len(d.Warnings), "warning"))
			w.raw(")")
		}
		w.raw(".</p>")
	}
	w.raw("\n<div class=\"use\">\n<h2>")
	w.text(word("usage"))
	w.raw("</h2>\n<ul>\n")
	list35 := texts("how")
	for i36 := range list35 {
		d37 := list35[i36]
		w.raw("<li>")
		w.text(d37)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i38 := range d.Ledger {
		d39 := &d.Ledger[i38]
		w.raw("<tr><th scope=\"row\">")
		w.text(d39.Title)
		w.raw("</th><td>")
		w.layPeople(d39.People)
		if d39.StandIn != "" {
			w.raw(" (standing in)")
		}
		w.raw("</td><td>")
		w.layEntry(d39.Release.Name)
		w.layNote(d39.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d39.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d39.Release.Date)
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
	for i40 := range d.Contents {
		d41 := &d.Contents[i40]
		w.raw("<li><a href=\"#")
		w.fragment(d41.ID)
		w.raw("\">")
		w.text(d41.Title)
		w.raw("</a>")
		if d42 := d41.Items; len(d42) > 0 {
			w.raw("\n<ol>\n")
			for i43 := range d42 {
				d44 := &d42[i43]
				w.raw("<li><a href=\"#")
				w.fragment(d44.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d44.Number)
				w.raw("</span> <span>")
				w.text(d44.Title)
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
		for i45 := range d.Decisions {
			d46 := &d.Decisions[i45]
			w.raw("<tr><th scope=\"row\">")
			w.text(d46.Label)
			w.layCompany(d46.Company)
			w.raw(" <code class=\"key long\">")
			w.text(d46.Key)
			w.raw("</code></th><td data-label=\"Value\"><bdi>")
			w.text(d46.Value)
			w.raw("</bdi>")
			if d46.Default {
				w.raw(" <span class=\"hint\">(default)</span>")
			}
			w.layNote(d46.Confirmed.Remark)
			w.layNote(d46.Confirmed.Note)
			w.raw("</td>")
			if d46.Open {
				w.raw("<td class=\"box\" data-label=\"Confirmed\">")
				w.text(word("open"))
				w.raw("</td><td></td><td></td>")
			} else {
				w.raw("<td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
				w.number(i45)
				w.raw("\" aria-label=\"Confirmed: ")
				w.text(d46.Label)
				w.raw("\"")
				if d46.Confirmed.Yes {
					w.raw(" checked")
				}
				w.raw("></td><td")
				if d46.Confirmed.By != "" {
					w.raw(" data-label=\"By\"")
				}
				w.raw(">")
				w.layEntry(d46.Confirmed.By)
				w.raw("</td><td")
				if d46.Confirmed.Date != "" {
					w.raw(" data-label=\"Date\"")
				}
				w.raw(">")
				w.layEntry(d46.Confirmed.Date)
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
	for i47 := range d.Control {
		d48 := &d.Control[i47]
		w.raw("<tr><th scope=\"row\">")
		w.text(d48.Label)
		if d49 := d48.Hint; d49 != "" {
			w.raw(" <span class=\"hint\">")
			w.text(d49)
			w.raw("</span>")
		}
		w.raw("</th><td>")
		if d50 := weblink(d48.URL); d50 != "" {
			w.raw("<a href=\"")
			w.address(string(d50))
			w.raw("\">")
			w.text(d48.Value)
			w.raw("</a>")
		} else {
			w.raw("<bdi>")
			w.text(d48.Value)
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
		if d51 := d.Warnings; len(d51) > 0 {
			w.layWarningList(d51)
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
	for i52 := range d.Chapters {
		d53 := &d.Chapters[i52]
		w.raw("<tr><th scope=\"row\"><a href=\"#")
		w.fragment(d53.ID)
		w.raw("\">")
		if d54 := d53.Kicker; d54 != "" {
			w.text(d54)
			w.raw(": ")
		}
		w.text(d53.Title)
		w.raw("</a></th><td data-label=\"Items\">")
		w.number(len(d53.Items))
		w.raw("</td><td class=\"short\" data-label=\"Hands-on\">")
		w.text(duration(d53.Minutes))
		w.raw("</td>")
		if d.Schedule != nil {
			w.raw("<td class=\"short\" data-label=\"Planned\">")
			w.text(span(d53.Start, d53.Due))
			w.raw("</td>")
		}
		w.raw("<td data-label=\"Done\">")
		if d53.Done != 0 {
			w.number(d53.Done)
			w.raw(" of ")
			w.number(len(d53.Items))
		}
		w.raw("</td><td class=\"blank\">")
		if d53.Signed.Name != "" {
			w.layEntry(d53.Signed.Name)
		} else {
			w.layEntry(d53.Signed.Signature)
		}
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d53.Signed.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
	if d55 := d.LongChain; len(d55) > 0 {
		w.raw("<p class=\"chain\">The longest chain of items that wait for each other, ")
		w.text(count(len(d55), "item"))
		w.raw(": ")
		for i56 := range d55 {
			d57 := &d55[i56]
			if i56 != 0 {
				w.raw(" <span class=\"arrow\">→</span> ")
			}
			w.raw("<a href=\"#")
			w.fragment(d57.ID)
			w.raw("\" title=\"")
			w.text(d57.Title)
			w.raw("\">")
			w.text(d57.Number)
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
	for i58 := range d.Initials {
		d59 := &d.Initials[i58]
		w.raw("<tr><td>")
		w.layEntry(d59.Initials)
		w.raw("</td><td>")
		w.layEntry(d59.Name)
		w.raw("</td><td>")
		w.layEntry(d59.Role)
		w.raw("</td><td>")
		w.layEntry(d59.Specimen)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layRoles(d *page) {
	if len(d.Ledger) > 0 {
		w.raw("\n<section class=\"front\" id=\"roles\" aria-labelledby=\"roles-title\">\n<h2 id=\"roles-title\">")
		w.text(heading("roles"))
		w.raw("</h2>\n<table class=\"stack ledger\">\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Who</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">When they are needed</th></tr></thead>\n<tbody>\n")
		for i60 := range d.Ledger {
			d61 := &d.Ledger[i60]
			w.raw("<tr>\n<th scope=\"row\">")
			w.text(d61.Title)
			w.layCompany(d61.Company)
			if d62 := d61.Summary; d62 != "" {
				w.raw("<div class=\"about\">")
				w.raw(string(d62))
				w.raw("</div>")
			}
			w.raw("</th>\n<td data-label=\"Who\">")
			w.layContacts(d61.People)
			if d63 := d61.StandIn; d63 != "" {
				w.raw("<p class=\"stand-in\">The people of the role ")
				w.text(d63)
				w.raw(" stand in.</p>")
			}
			w.raw("</td>\n<td data-label=\"Items\">")
			w.number(len(d61.Keys))
			w.raw("</td>\n<td data-label=\"Hands-on\">")
			w.text(duration(d61.Minutes))
			w.raw("</td>\n<td data-label=\"When they are needed\">")
			if d64 := d61.Sittings; len(d64) > 0 {
				w.raw("<ul class=\"sittings\">\n")
				for i65 := range d64 {
					d66 := &d64[i65]
					w.raw("<li>")
					if d67 := d66.Planned; d67 != "" {
						w.raw("<strong>")
						w.text(d67)
						w.raw("</strong>, ")
					}
					w.text(duration(d66.Minutes))
					w.raw(": ")
					w.layNumbers(d66.Items)
					if d68 := d66.Company; d68 != "" {
						w.raw(", ")
						w.text(d68)
					}
					if d69 := d66.Ready; len(d69) > 0 {
						w.raw(", after ")
						w.layNumbers(d69)
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
		for i70 := range d.NameList {
			d71 := &d.NameList[i70]
			w.raw("<tr><th scope=\"row\">")
			w.text(d71.Label)
			w.layCompany(d71.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d71.Value)
			w.raw("</code></td><td")
			if d71.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d71.Note))
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
	if d72 := d.Kicker; d72 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d72)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d73 := span(d.Start, d.Due); d73 != "" {
		w.raw(" · planned ")
		w.text(d73)
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
	if d74 := d.Gate; len(d74) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d74)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d75 := d.Note; d75 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d75))
		w.raw("</div>")
	}
	w.raw("\n")
	for i76 := range d.Items {
		d77 := &d.Items[i76]
		w.layItem(d77)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i78 := range d.Ends {
		d79 := &d.Ends[i78]
		if i78 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d79.Name)
		w.raw("\"")
		if d79.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d79.Name)
		w.raw("\">")
		w.text(d79.Label)
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
	if d80 := d.Company; d80 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d80)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i81 := range d.Entries {
		d82 := &d.Entries[i81]
		w.raw("\n<article class=\"")
		w.text(d82.Class)
		w.raw("\" id=\"")
		w.text(d82.ID)
		w.raw("\">\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
		w.fragment(d82.ID)
		w.raw("\"><span class=\"num\">")
		w.text(d82.Number)
		w.raw("</span> ")
		w.text(d82.Title)
		w.raw("</a>")
		if d82.Origin.Company != "" {
			w.raw(" <span class=\"badge\">Company step</span>")
		}
		w.raw("</h3>\n")
		if d82.Role != "" || d82.Due != "" {
			w.raw("<p class=\"meta\">")
			if d83 := d82.Role; d83 != "" {
				w.raw("<span class=\"role\">")
				w.text(d83)
				w.raw("</span> ")
			}
			w.raw("<bdi>")
			w.text(d82.People)
			w.raw("</bdi>")
			if d84 := d82.Due; d84 != "" {
				w.raw(" due ")
				w.text(d84)
			}
			w.raw("</p>")
		}
		w.raw("\n</div>\n<div class=\"steps\">")
		w.raw(string(d82.Body))
		w.raw("</div>\n")
		w.layOrigin(&d82.Origin)
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
		for i85 := range d.Left {
			d86 := &d.Left[i85]
			w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">")
			w.text(d86.Title)
			w.raw("</th></tr>\n")
			for i87 := range d86.Items {
				d88 := &d86.Items[i87]
				w.raw("<tr><th scope=\"row\">")
				w.text(d88.Title)
				w.raw("</th><td>")
				w.text(sentence(d88.Reason))
				if d89 := d88.Company; d89 != "" {
					w.raw(" <span class=\"badge\">left out by <bdi>")
					w.text(d89)
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
		for i90 := range d.Glossary {
			d91 := &d.Glossary[i90]
			w.raw("<div><dt>")
			w.text(d91.Term)
			w.layCompany(d91.Company)
			w.raw("</dt><dd>")
			w.raw(string(d91.Text))
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
	for i92 := range d.Log {
		d93 := &d.Log[i92]
		w.raw("<tr><td>")
		w.number(next(i92))
		w.raw("</td><td>")
		w.layEntry(d93.Item)
		w.raw("</td><td>")
		w.layEntry(d93.What)
		w.raw("</td><td>")
		w.layEntry(d93.Why)
		w.raw("</td><td>")
		w.layEntry(d93.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d93.Date)
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
	for i94 := range d.Closing {
		d95 := &d.Closing[i94]
		w.raw("<tr><th scope=\"row\">")
		w.text(d95.Title)
		w.layNote(d95.Note)
		w.raw("</th><td>")
		w.layEntry(d95.Name)
		w.raw("</td><td>")
		w.layEntry(d95.Signature)
		w.raw("</td><td>")
		w.layEntry(d95.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d96 := d.LogoURL; d96 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d96))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d97 := d.Document.Classification; d97 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d97)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i98 := range d {
		d99 := &d[i98]
		w.raw("<li><bdi>")
		w.text(d99.Name)
		w.raw("</bdi>")
		if d100 := d99.Email; d100 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d100)))
			w.raw("\">")
			w.text(d100)
			w.raw("</a>")
		}
		if d101 := d99.GitHub; d101 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d101)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layGlance(d []fact) {
	w.raw("\n<dl class=\"glance\">\n")
	for i102 := range d {
		d103 := &d[i102]
		w.raw("<div><dt>")
		w.text(d103.Label)
		w.raw("</dt><dd>")
		w.text(d103.Value)
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

func (w *writer) layBanners(d []template.HTML) {
	for i104 := range d {
		d105 := d[i104]
		w.raw("\n<div role=\"note\" class=\"alert important\">")
		w.raw(string(d105))
		w.raw("</div>\n")
	}
}

func (w *writer) layNumbers(d []link) {
	for i106 := range d {
		d107 := &d[i106]
		if i106 != 0 {
			w.raw(", ")
		}
		if d107.ID != "" {
			w.raw("<a href=\"#")
			w.fragment(d107.ID)
			w.raw("\" title=\"")
			w.text(d107.Title)
			w.raw("\">")
			w.text(d107.Number)
			w.raw("</a>")
		} else {
			w.text(d107.Number)
			w.raw(" ")
			w.text(d107.Title)
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
	if d108 := d.State; d108 != "" {
		w.raw(" <span class=\"badge\">")
		w.text(d108)
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
	if d109 := d.Needs; len(d109) > 0 {
		w.raw("<p class=\"needs\">Needs first: ")
		for i110 := range d109 {
			d111 := &d109[i110]
			if i110 != 0 {
				w.raw("; ")
			}
			if d111.ID != "" {
				w.raw("<a href=\"#")
				w.fragment(d111.ID)
				w.raw("\">")
				w.text(d111.Number)
				w.raw(" ")
				w.text(d111.Title)
				w.raw("</a>")
			} else {
				w.text(d111.Number)
				w.raw(" ")
				w.text(d111.Title)
			}
		}
		w.raw("</p>\n")
	}
	if d112 := d.Why; d112 != "" {
		w.raw("<div class=\"why\">")
		w.raw(string(d112))
		w.raw("</div>")
	}
	if d113 := d.Together; d113 != "" {
		w.raw("\n<p class=\"together\">")
		w.raw(string(d113))
		w.raw("</p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layItemTail(d *item) {
	w.raw("\n")
	if d114 := d.Verify; len(d114) > 0 {
		w.raw("<h4>Verify</h4>\n")
		w.layChecks(d114)
	}
	w.raw("\n")
	if d115 := d.Evidence; d115 != "" {
		w.raw("<div class=\"record\"><strong>Record:</strong> ")
		w.raw(string(d115))
		w.raw("</div>")
	}
	w.raw("\n<div class=\"done\" role=\"group\" aria-label=\"Item ")
	w.text(d.Number)
	w.raw("\">\n<span class=\"cell states\">")
	for i116 := range d.Boxes {
		d117 := &d.Boxes[i116]
		w.raw("<label><input type=\"checkbox\" name=\"")
		w.text(d117.Name)
		w.raw("\"")
		if d117.On {
			w.raw(" checked")
		}
		w.raw("> <span>")
		w.text(d117.Label)
		w.raw("</span></label> ")
	}
	w.raw("</span>\n")
	{
		d118 := &d.Work
		if d119 := d118.By; d119 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Initials</span> <bdi>")
			w.text(d119)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Initials</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n")
		if d120 := d118.Date; d120 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Date</span> <bdi>")
			w.text(d120)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Date</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n<span class=\"cell\"><span class=\"name\">Evidence</span> ")
		if d121 := d118.Evidence; d121 != "" {
			w.raw("<bdi>")
			w.text(d121)
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
	for i122 := range d {
		d123 := d[i122]
		w.raw("<th scope=\"col\">")
		w.text(d123)
		w.raw("</th>")
	}
	w.raw("</tr></thead>")
}

func (w *writer) layPeople(d []generator.Person) {
	for i124 := range d {
		d125 := &d[i124]
		if i124 != 0 {
			w.raw(", ")
		}
		w.raw("<bdi>")
		w.text(d125.Name)
		w.raw("</bdi>")
	}
}

func (w *writer) layEntry(d string) {
	if d126 := d; d126 != "" {
		w.raw("<bdi class=\"entered\">")
		w.text(d126)
		w.raw("</bdi>")
	}
}

func (w *writer) layNote(d string) {
	if d127 := d; d127 != "" {
		w.raw("<p class=\"remark\">")
		w.text(d127)
		w.raw("</p>")
	}
}

func (w *writer) layCompany(d string) {
	if d128 := d; d128 != "" {
		w.raw(" <span class=\"badge\">from <bdi>")
		w.text(d128)
		w.raw("</bdi></span>")
	}
}

func (w *writer) layWarningList(d []generator.Warning) {
	w.raw("\n<ul class=\"warnings\">\n")
	for i129 := range d {
		d130 := &d[i129]
		w.raw("<li><strong>")
		w.text(d130.ID)
		w.raw("</strong> ")
		w.text(sentence(d130.Message))
		w.layCompany(d130.Company)
		if d131 := d130.Hint; d131 != "" {
			w.raw("<br><span class=\"hint\"><strong>What to do:</strong> ")
			w.text(sentence(d131))
			w.raw("</span>")
		}
		if d132 := d130.At; d132 != "" {
			w.raw("<br><span class=\"hint\">Key in the profile: <code>")
			w.text(d132)
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
		for i133 := range d.Letters {
			d134 := &d.Letters[i133]
			if i133 != 0 {
				w.raw(" ")
			}
			w.raw("<strong>")
			w.text(d134.Letter)
			w.raw("</strong> ")
			w.text(d134.Note)
		}
		w.raw("</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix")
		if d.LongMatrix() {
			w.raw(" long")
		}
		w.raw("\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i135 := range d.Ledger {
			d136 := &d.Ledger[i135]
			w.raw("<th scope=\"col\"><span>")
			w.text(d136.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i137 := range d.Matrix {
			d138 := &d.Matrix[i137]
			if d138.Phase != "" {
				if i137 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d138.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d138.Item.ID)
			w.raw("\">")
			w.text(d138.Item.Number)
			w.raw(" ")
			w.text(d138.Item.Title)
			w.raw("</a></th>")
			for i139 := range d138.Cells {
				d140 := d138.Cells[i139]
				w.raw(string(d140))
			}
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i141 := range d {
		d142 := &d[i141]
		w.raw("<li>")
		if d142.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d142.Name)
			w.raw("\"")
			if d142.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d142.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d142.Name)
			w.raw("\"")
			if d142.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d142.ID)
			w.raw("\"><div id=\"")
			w.text(d142.ID)
			w.raw("\">")
			w.raw(string(d142.Text))
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
	w.layItemTail(d)
	w.raw("\n")
	w.layOrigin(&d.Origin)
	w.raw("\n</div>\n</article>\n")
}

func (w *writer) layOrigin(d *origin) {
	w.raw("\n<p class=\"origin\">")
	w.raw(string(d.Sources))
	if d143 := d.Reason; d143 != "" {
		w.raw("Why in this runbook: ")
		w.text(d143)
		w.raw(". ")
	}
	if d144 := d.Company; d144 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d144)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
