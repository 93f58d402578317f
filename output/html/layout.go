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
		w.raw("<p>")
		w.layPeople(d7.People)
		w.raw("</p>")
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
	w.raw("\n")
	if len(d.Chapters) > 0 {
		w.raw("<section id=\"initials\" aria-labelledby=\"initials-title\">\n<h2 id=\"initials-title\">")
		w.text(heading("initials"))
		w.raw("</h2>\n<table class=\"sign\">\n")
		w.layHeads(texts("sheet"))
		w.raw("\n<tbody><tr>")
		{
			d36 := &d.Signer
			w.raw("<td>")
			w.layEntry(d36.Initials)
			w.raw("</td><td>")
			w.layEntry(d36.Name)
			w.raw("</td><td>")
			w.layEntry(d36.Specimen)
			w.raw("</td>")
		}
		w.raw("</tr></tbody>\n</table>\n</section>\n")
	}
	w.raw("</main>\n</body>\n</html>\n")
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
	if d37 := d.Document.Revision; d37 != "" {
		w.raw("Revision <bdi>")
		w.text(d37)
		w.raw("</bdi> · ")
	}
	w.text(day(d.Date))
	if d38 := d.Document.Change; d38 != "" {
		w.raw(" · Change <bdi>")
		w.text(d38)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Workflow.Title)
	w.raw("</p>\n")
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("<p class=\"first\">Before anything else, read <a href=\"#warnings\">")
		w.text(heading("warnings"))
		w.raw("</a>")
		if d39 := d.Warned; len(d39) > 0 {
			w.raw(" (")
			w.text(count(len(d39), "warning"))
			w.raw(")")
		}
		w.raw(".</p>")
	}
	w.raw("\n<div class=\"use\">\n<h2>")
	w.text(word("usage"))
	w.raw("</h2>\n<ul>\n")
	list40 := texts("how")
	for i41 := range list40 {
		d42 := list40[i41]
		w.raw("<li>")
		w.text(d42)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i43 := range d.Ledger {
		d44 := &d.Ledger[i43]
		w.raw("<tr><th scope=\"row\">")
		w.text(d44.Title)
		w.raw("</th><td>")
		w.layPeople(d44.People)
		if d44.StandIn != "" {
			w.raw(" (standing\u00a0in)")
		}
		w.raw("</td><td>")
		w.layEntry(d44.Release.Name)
		w.layNote(d44.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d44.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d44.Release.Date)
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
	for i45 := range d.Contents {
		d46 := &d.Contents[i45]
		w.raw("<li><a href=\"#")
		w.fragment(d46.ID)
		w.raw("\">")
		w.text(d46.Title)
		w.raw("</a>")
		if d47 := d46.Items; len(d47) > 0 {
			w.raw("\n<ol>\n")
			for i48 := range d47 {
				d49 := &d47[i48]
				w.raw("<li><a href=\"#")
				w.fragment(d49.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d49.Number)
				w.raw("</span> <span>")
				w.text(d49.Title)
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
		for i50 := range d.Decisions {
			d51 := &d.Decisions[i50]
			w.raw("<tr><th scope=\"row\">")
			w.text(d51.Label)
			w.layCompany(d51.Company)
			w.raw(" <code class=\"key long\">")
			w.raw(string(breakable(d51.Key)))
			w.raw("</code></th><td data-label=\"Value\"><bdi>")
			w.text(d51.Value)
			w.raw("</bdi>")
			if d51.Default {
				w.raw(" <span class=\"hint\">(default)</span>")
			}
			if d52 := d51.Confirmed.Remark; d52 != "" {
				w.raw("<p class=\"remark\">Remark: <bdi>")
				w.text(d52)
				w.raw("</bdi></p>")
			}
			w.layNote(d51.Confirmed.Note)
			w.raw("</td>")
			if d51.Open {
				w.raw("<td class=\"box\" data-label=\"Confirmed\">")
				w.text(word("open"))
				w.raw("</td><td></td><td></td>")
			} else {
				w.raw("<td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
				w.number(i50)
				w.raw("\" aria-label=\"Confirmed: ")
				w.text(d51.Label)
				w.raw("\"")
				if d51.Confirmed.Yes {
					w.raw(" checked")
				}
				w.raw("></td><td")
				if d51.Confirmed.By != "" {
					w.raw(" data-label=\"By\"")
				}
				w.raw(">")
				w.layEntry(d51.Confirmed.By)
				w.raw("</td><td")
				if d51.Confirmed.Date != "" {
					w.raw(" data-label=\"Date\"")
				}
				w.raw(">")
				w.layEntry(d51.Confirmed.Date)
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
	for i53 := range d.Control {
		d54 := &d.Control[i53]
		w.raw("<tr><th scope=\"row\">")
		w.text(d54.Label)
		if d55 := d54.Hint; d55 != "" {
			w.raw(" <span class=\"hint\">")
			w.text(d55)
			w.raw("</span>")
		}
		w.raw("</th><td>")
		if d56 := weblink(d54.URL); d56 != "" {
			w.raw("<a href=\"")
			w.address(string(d56))
			w.raw("\">")
			w.text(d54.Value)
			w.raw("</a>")
		} else {
			w.raw("<bdi>")
			w.text(d54.Value)
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
		if d57 := d.Warnings; len(d57) > 0 {
			w.layWarningList(d57)
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
	for i58 := range d.Chapters {
		d59 := &d.Chapters[i58]
		w.raw("<tr><th scope=\"row\"><a href=\"#")
		w.fragment(d59.ID)
		w.raw("\">")
		if d60 := d59.Kicker; d60 != "" {
			w.text(d60)
			w.raw(": ")
		}
		w.text(d59.Title)
		w.raw("</a></th><td data-label=\"Items\">")
		w.number(len(d59.Items))
		w.raw("</td><td class=\"short\" data-label=\"Hands-on\">")
		w.text(duration(d59.Minutes))
		w.raw("</td>")
		if d.Schedule != nil {
			w.raw("<td class=\"short\" data-label=\"Planned\">")
			w.text(span(d59.Start, d59.Due))
			w.raw("</td>")
		}
		w.raw("<td class=\"short\" data-label=\"Done\">")
		w.text(d59.Done)
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d59.By)
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d59.Signed.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
	if d61 := d.LongChain; len(d61) > 0 {
		w.raw("<p class=\"chain\">The longest chain of items that wait for each other, ")
		w.text(count(len(d61), "item"))
		w.raw(": ")
		for i62 := range d61 {
			d63 := &d61[i62]
			if i62 != 0 {
				w.raw(" <span class=\"arrow\">→</span> ")
			}
			w.raw("<a href=\"#")
			w.fragment(d63.ID)
			w.raw("\" title=\"")
			w.text(d63.Title)
			w.raw("\">")
			w.text(d63.Number)
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
	for i64 := range d.Initials {
		d65 := &d.Initials[i64]
		w.raw("<tr><td>")
		w.layEntry(d65.Initials)
		w.raw("</td><td>")
		w.layEntry(d65.Name)
		w.raw("</td><td>")
		w.layEntry(d65.Role)
		w.raw("</td><td>")
		w.layEntry(d65.Specimen)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layRoles(d *page) {
	if len(d.Ledger) > 0 {
		w.raw("\n<section class=\"front\" id=\"roles\" aria-labelledby=\"roles-title\">\n<h2 id=\"roles-title\">")
		w.text(heading("roles"))
		w.raw("</h2>\n<table class=\"stack ledger\">\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Who</th><th scope=\"col\">Items</th><th class=\"short\" scope=\"col\">Hands-on</th><th scope=\"col\">When they are needed</th></tr></thead>\n<tbody>\n")
		for i66 := range d.Ledger {
			d67 := &d.Ledger[i66]
			w.raw("<tr>\n<th scope=\"row\">")
			w.text(d67.Title)
			w.layCompany(d67.Company)
			if d68 := d67.Summary; d68 != "" {
				w.raw("<div class=\"about\">")
				w.raw(string(d68))
				w.raw("</div>")
			}
			w.raw("</th>\n<td data-label=\"Who\">")
			w.layContacts(d67.People)
			if d69 := d67.StandIn; d69 != "" {
				w.raw("<p class=\"stand-in\">The people of the role ")
				w.text(d69)
				w.raw(" stand in.</p>")
			}
			w.raw("</td>\n<td data-label=\"Items\">")
			w.number(len(d67.Keys))
			w.raw("</td>\n<td class=\"short\" data-label=\"Hands-on\">")
			w.text(duration(d67.Minutes))
			w.raw("</td>\n<td data-label=\"When they are needed\">")
			if d70 := d67.Sittings; len(d70) > 0 {
				w.raw("<ul class=\"sittings\">\n")
				for i71 := range d70 {
					d72 := &d70[i71]
					w.raw("<li>")
					if d73 := d72.Planned; d73 != "" {
						w.raw("<strong>")
						w.text(weekday(d73))
						w.raw("</strong>, ")
					}
					if d72.OnCall {
						w.raw("on call")
					} else {
						w.text(duration(d72.Minutes))
					}
					w.raw(": ")
					w.layNumbers(d72.Items)
					if d74 := d72.Company; d74 != "" {
						w.raw(", ")
						w.text(d74)
					}
					if d75 := d72.Ready; len(d75) > 0 {
						w.raw(", after ")
						w.layNumbers(d75)
					}
					w.raw("</li>\n")
				}
				w.raw("</ul>")
			}
			w.raw("</td>\n</tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		if d76 := d.Hours; d76 != "" {
			w.raw("<p>")
			w.text(d76)
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
		for i77 := range d.NameList {
			d78 := &d.NameList[i77]
			w.raw("<tr><th scope=\"row\">")
			w.text(d78.Label)
			w.layCompany(d78.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d78.Value)
			w.raw("</code></td><td")
			if d78.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d78.Note))
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
	if d79 := d.Kicker; d79 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d79)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d80 := planning(d.Start, d.Due); d80 != "" {
		w.raw(" · ")
		w.text(d80)
	}
	if d81 := d.SoFar; d81 != "" {
		w.raw(" · ")
		w.text(d81)
	}
	w.layCompany(d.Company)
	w.raw("</p>\n<div class=\"goal\">")
	w.raw(string(d.Goal))
	w.raw("</div>\n")
	if d82 := d.Gate; len(d82) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d82)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d83 := d.Note; d83 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d83))
		w.raw("</div>")
	}
	w.raw("\n")
	for i84 := range d.Items {
		d85 := &d.Items[i84]
		w.layItem(d85)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i86 := range d.Ends {
		d87 := &d.Ends[i86]
		if i86 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d87.Name)
		w.raw("\"")
		if d87.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d87.Name)
		w.raw("\">")
		w.text(d87.Label)
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
	if d88 := d.Company; d88 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d88)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i89 := range d.Entries {
		d90 := &d.Entries[i89]
		w.raw("\n<article class=\"")
		w.text(d90.Class)
		w.raw("\" id=\"")
		w.text(d90.ID)
		w.raw("\">\n")
		w.layEntryText(d90)
		w.raw("\n")
		w.layOrigin(&d90.Origin)
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
		for i91 := range d.Left {
			d92 := &d.Left[i91]
			w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">")
			w.text(d92.Title)
			w.raw("</th></tr>\n")
			for i93 := range d92.Items {
				d94 := &d92.Items[i93]
				w.raw("<tr><th scope=\"row\">")
				w.text(d94.Title)
				w.raw("</th><td>")
				w.text(sentence(d94.Reason))
				if d95 := d94.Company; d95 != "" {
					w.raw(" <span class=\"badge\">left out by <bdi>")
					w.text(d95)
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
		for i96 := range d.Glossary {
			d97 := &d.Glossary[i96]
			w.raw("<div><dt>")
			w.text(d97.Term)
			w.layCompany(d97.Company)
			w.raw("</dt><dd>")
			w.raw(string(d97.Text))
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
		for i98 := range d.Writings {
			d99 := &d.Writings[i98]
			w.raw("<tr><th scope=\"row\">")
			w.text(d99.Item)
			w.raw("</th><td data-label=\"Where\">")
			w.text(d99.Where)
			w.raw("</td><td data-label=\"Who and when\"><bdi>")
			w.text(d99.Who)
			w.raw("</bdi></td><td data-label=\"What\"><bdi>")
			w.text(d99.What)
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
		for i100 := range d.Doubts {
			d101 := &d.Doubts[i100]
			w.raw("<tr><th scope=\"row\"><bdi>")
			w.text(d101.About)
			w.raw("</bdi></th><td data-label=\"What to know\"><bdi>")
			w.text(d101.Note)
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
	for i102 := range d.Log {
		d103 := &d.Log[i102]
		w.raw("<tr><td>")
		w.number(next(i102))
		w.raw("</td><td>")
		w.layEntry(d103.Item)
		w.raw("</td><td>")
		w.layEntry(d103.What)
		w.raw("</td><td>")
		w.layEntry(d103.Why)
		w.raw("</td><td>")
		w.layEntry(d103.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d103.Date)
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
	for i104 := range d.Closing {
		d105 := &d.Closing[i104]
		w.raw("<tr><th scope=\"row\">")
		w.text(d105.Title)
		w.layNote(d105.Note)
		w.raw("</th><td>")
		w.layEntry(d105.Name)
		w.raw("</td><td>")
		w.layEntry(d105.Signature)
		w.raw("</td><td>")
		w.layEntry(d105.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d106 := d.LogoURL; d106 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d106))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d107 := d.Document.Classification; d107 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d107)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layPeople(d []generator.Person) {
	for i108 := range d {
		d109 := &d[i108]
		if i108 != 0 {
			w.raw(", ")
		}
		w.raw("<bdi>")
		w.text(d109.Name)
		w.raw("</bdi>")
	}
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

func (w *writer) layEntry(d string) {
	if d136 := d; d136 != "" {
		w.raw("<bdi class=\"entered\">")
		w.text(d136)
		w.raw("</bdi>")
	}
}

func (w *writer) layNote(d string) {
	if d137 := d; d137 != "" {
		w.raw("<p class=\"remark\">")
		w.text(d137)
		w.raw("</p>")
	}
}

func (w *writer) layCompany(d string) {
	if d138 := d; d138 != "" {
		w.raw(" <span class=\"badge\">from <bdi>")
		w.text(d138)
		w.raw("</bdi></span>")
	}
}

func (w *writer) layWarningList(d []generator.Warning) {
	w.raw("\n<ul class=\"warnings\">\n")
	for i139 := range d {
		d140 := &d[i139]
		w.raw("<li><strong>")
		w.text(d140.ID)
		w.raw("</strong> ")
		w.text(sentence(d140.Message))
		w.layCompany(d140.Company)
		if d141 := d140.Hint; d141 != "" {
			w.raw("<br><span class=\"hint\"><strong>What to do:</strong> ")
			w.text(sentence(d141))
			w.raw("</span>")
		}
		if d142 := d140.At; d142 != "" {
			w.raw("<br><span class=\"hint\">Key in the profile: <code>")
			w.text(d142)
			w.raw("</code></span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i143 := range d {
		d144 := &d[i143]
		w.raw("<li><bdi>")
		w.text(d144.Name)
		w.raw("</bdi>")
		if d145 := d144.Email; d145 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d145)))
			w.raw("\">")
			w.text(d145)
			w.raw("</a>")
		}
		if d146 := d144.GitHub; d146 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d146)
			w.raw("</span>")
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
		for i147 := range d.Letters {
			d148 := &d.Letters[i147]
			if i147 != 0 {
				w.raw(" ")
			}
			w.raw("<strong>")
			w.text(d148.Letter)
			w.raw("</strong> ")
			w.text(d148.Note)
		}
		w.raw("</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix")
		if d.LongMatrix() {
			w.raw(" long")
		}
		w.raw("\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i149 := range d.Ledger {
			d150 := &d.Ledger[i149]
			w.raw("<th scope=\"col\"><span>")
			w.text(d150.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i151 := range d.Matrix {
			d152 := &d.Matrix[i151]
			if d152.Phase != "" {
				if i151 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d152.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d152.Item.ID)
			w.raw("\">")
			w.text(d152.Item.Number)
			w.raw(" ")
			w.text(d152.Item.Title)
			w.raw("</a></th>")
			for i153 := range d152.Cells {
				d154 := d152.Cells[i153]
				w.raw(string(d154))
			}
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i155 := range d {
		d156 := &d[i155]
		w.raw("<li>")
		if d156.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d156.Name)
			w.raw("\"")
			if d156.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d156.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d156.Name)
			w.raw("\"")
			if d156.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d156.ID)
			w.raw("\"><div id=\"")
			w.text(d156.ID)
			w.raw("\">")
			w.raw(string(d156.Text))
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
	if d157 := d.Reason; d157 != "" {
		w.raw("Why in this runbook: ")
		w.text(d157)
		w.raw(". ")
	}
	if d158 := d.Company; d158 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d158)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
