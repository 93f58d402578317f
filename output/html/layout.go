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
		w.layDeviations(d)
		w.layOmissions(d)
		w.layTerms(d)
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
	w.raw(string(d.CSS))
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
	w.raw("\n</header>\n<main id=\"main\">\n")
	if d10 := d.Banners; len(d10) > 0 {
		w.raw("<div class=\"banners\">")
		w.layBanners(d10)
		w.raw("</div>")
	}
	w.raw("\n")
	if d11 := d.Sheet.Sittings; len(d11) > 0 {
		w.raw("\n<section id=\"sittings\" aria-labelledby=\"sittings-title\">\n<h2 id=\"sittings-title\">When you are needed</h2>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Sitting</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">What must be ready before</th></tr></thead>\n<tbody>\n")
		for i12 := range d11 {
			d13 := &d11[i12]
			w.raw("<tr><th scope=\"row\">")
			if d14 := d13.Planned; d14 != "" {
				w.text(d14)
			} else {
				w.number(next(i12))
			}
			w.raw("</th><td data-label=\"Items\">")
			w.layNumbers(d13.Items)
			if d15 := d13.Company; d15 != "" {
				w.raw(", ")
				w.text(d15)
			}
			w.raw("</td><td data-label=\"Hands-on\">")
			w.text(duration(d13.Minutes))
			w.raw("</td><td data-label=\"Ready before\">")
			for i16 := range d13.Ready {
				d17 := &d13.Ready[i16]
				if i16 != 0 {
					w.raw("; ")
				}
				w.text(d17.Number)
				w.raw(" ")
				w.text(d17.Title)
			}
			if len(d13.Ready) == 0 {
				w.raw("nothing")
			}
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		if d18 := d.WithOthers; len(d18) > 0 {
			w.raw("<h3>With others</h3>\n<ul>\n")
			for i19 := range d18 {
				d20 := d18[i19]
				w.raw("<li>")
				w.raw(string(d20))
				w.raw("</li>\n")
			}
			w.raw("</ul>\n")
		}
		w.raw("</section>\n")
	}
	w.raw("\n")
	for i21 := range d.Chapters {
		d22 := &d.Chapters[i21]
		w.raw("\n<section class=\"phase\" id=\"")
		w.text(d22.ID)
		w.raw("\" aria-labelledby=\"")
		w.text(d22.ID)
		w.raw("-title\">\n<h2 id=\"")
		w.text(d22.ID)
		w.raw("-title\">")
		if d23 := d22.Kicker; d23 != "" {
			w.text(d23)
			w.raw(": ")
		}
		w.text(d22.Title)
		w.raw("</h2>\n")
		for i24 := range d22.Items {
			d25 := &d22.Items[i24]
			w.raw("\n<article class=\"")
			w.text(d25.Class)
			w.raw("\" id=\"")
			w.text(d25.ID)
			w.raw("\">\n")
			w.layItemHead(d25)
			w.raw("\n<div class=\"steps\">")
			w.raw(string(d25.Steps))
			w.raw("</div>\n<div class=\"tail\">\n")
			w.layItemTail(d25)
			w.raw("\n</div>\n</article>\n")
		}
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d26 := d.Warnings; len(d26) > 0 {
		w.raw("\n<section id=\"warnings\" aria-labelledby=\"warnings-title\">\n<h2 id=\"warnings-title\">Warnings</h2>\n")
		w.layWarningList(d26)
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
	w.raw("\n<section id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">Sign-off</h2>\n<table class=\"sign\">\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody><tr><td></td><td></td><td></td></tr></tbody>\n</table>\n</section>\n</main>\n<footer class=\"end\">\n<p>Item numbers are those of the whole runbook. Workflow <code>")
	w.text(d.Workflow.ID)
	w.raw("</code> ")
	w.text(d.Workflow.Version)
	w.raw(", facts as of ")
	w.text(d.Workflow.Verified)
	w.raw(", profile ")
	if d33 := d.Profile; d33 != "" {
		w.raw("<code>")
		w.text(d33)
		w.raw("</code> ")
	}
	w.text(d.Digest)
	w.raw(".</p>\n</footer>\n</body>\n</html>\n")
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
	w.text(d.Date)
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
	list36 := texts("how")
	for i37 := range list36 {
		d38 := list36[i37]
		w.raw("<li>")
		w.text(d38)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i39 := range d.Ledger {
		d40 := &d.Ledger[i39]
		w.raw("<tr><th scope=\"row\">")
		w.text(d40.Title)
		w.raw("</th><td>")
		w.layPeople(d40.People)
		w.raw("</td><td>")
		w.layEntry(d40.Release.Name)
		w.layNote(d40.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d40.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d40.Release.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</header>\n")
}

func (w *writer) layToc(d *page) {
	w.raw("<nav class=\"toc\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n")
	for i41 := range d.Contents {
		d42 := &d.Contents[i41]
		w.raw("<li><a href=\"#")
		w.fragment(d42.ID)
		w.raw("\">")
		w.text(d42.Title)
		w.raw("</a>")
		if d43 := d42.Items; len(d43) > 0 {
			w.raw("\n<ol>\n")
			for i44 := range d43 {
				d45 := &d43[i44]
				w.raw("<li><a href=\"#")
				w.fragment(d45.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d45.Number)
				w.raw("</span> <span>")
				w.text(d45.Title)
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
		w.raw("</p>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Decision</th><th scope=\"col\">Value</th><th scope=\"col\">Given by</th><th scope=\"col\">Confirmed</th></tr></thead>\n<tbody>\n")
		for i46 := range d.Decisions {
			d47 := &d.Decisions[i46]
			w.raw("<tr><th scope=\"row\">")
			w.text(d47.Label)
			w.layCompany(d47.Company)
			w.raw("</th><td data-label=\"Value\"><bdi>")
			w.text(d47.Value)
			w.raw("</bdi>")
			w.layNote(d47.Confirmed.Remark)
			w.layNote(d47.Confirmed.Note)
			w.raw("</td><td data-label=\"Given by\">")
			if d47.Default {
				w.raw("default")
			} else {
				w.raw("profile")
			}
			w.raw("<span class=\"key\"> <code>")
			w.text(d47.Key)
			w.raw("</code></span></td><td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
			w.number(i46)
			w.raw("\" aria-label=\"Confirmed: ")
			w.text(d47.Label)
			w.raw("\"")
			if d47.Confirmed.Yes {
				w.raw(" checked")
			}
			w.raw(">")
			w.layEntry(d47.Confirmed.By)
			w.raw(" ")
			w.layEntry(d47.Confirmed.Date)
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layControl(d *page) {
	w.raw("\n<section class=\"front\" id=\"control\" aria-labelledby=\"control-title\">\n<h2 id=\"control-title\">")
	w.text(heading("control"))
	w.raw("</h2>\n<table class=\"pairs\">\n<tbody>\n")
	for i48 := range d.Control {
		d49 := &d.Control[i48]
		w.raw("<tr><th scope=\"row\">")
		w.text(d49.Label)
		if d50 := d49.Hint; d50 != "" {
			w.raw(" <span class=\"hint\">")
			w.text(d50)
			w.raw("</span>")
		}
		w.raw("</th><td>")
		if d51 := weblink(d49.URL); d51 != "" {
			w.raw("<a href=\"")
			w.address(string(d51))
			w.raw("\">")
			w.text(d49.Value)
			w.raw("</a>")
		} else {
			w.raw("<bdi>")
			w.text(d49.Value)
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
		if d52 := d.Warnings; len(d52) > 0 {
			w.layWarningList(d52)
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
	for i53 := range d.Chapters {
		d54 := &d.Chapters[i53]
		w.raw("<tr><th scope=\"row\"><a href=\"#")
		w.fragment(d54.ID)
		w.raw("\">")
		if d55 := d54.Kicker; d55 != "" {
			w.text(d55)
			w.raw(": ")
		}
		w.text(d54.Title)
		w.raw("</a></th><td data-label=\"Items\">")
		w.number(len(d54.Items))
		w.raw("</td><td class=\"short\" data-label=\"Hands-on\">")
		w.text(duration(d54.Minutes))
		w.raw("</td>")
		if d.Schedule != nil {
			w.raw("<td class=\"short\" data-label=\"Planned\">")
			w.text(span(d54.Start, d54.Due))
			w.raw("</td>")
		}
		w.raw("<td data-label=\"Done\">")
		if d54.Done != 0 {
			w.number(d54.Done)
			w.raw(" of ")
			w.number(len(d54.Items))
		}
		w.raw("</td><td class=\"blank\">")
		if d54.Signed.Name != "" {
			w.layEntry(d54.Signed.Name)
		} else {
			w.layEntry(d54.Signed.Signature)
		}
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d54.Signed.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
	if d56 := d.LongChain; len(d56) > 0 {
		w.raw("<p class=\"chain\">The longest chain of items that wait for each other, ")
		w.text(count(len(d56), "item"))
		w.raw(": ")
		for i57 := range d56 {
			d58 := &d56[i57]
			if i57 != 0 {
				w.raw(" <span class=\"arrow\">→</span> ")
			}
			w.raw("<a href=\"#")
			w.fragment(d58.ID)
			w.raw("\" title=\"")
			w.text(d58.Title)
			w.raw("\">")
			w.text(d58.Number)
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
	for i59 := range d.Initials {
		d60 := &d.Initials[i59]
		w.raw("<tr><td>")
		w.layEntry(d60.Initials)
		w.raw("</td><td>")
		w.layEntry(d60.Name)
		w.raw("</td><td>")
		w.layEntry(d60.Role)
		w.raw("</td><td>")
		w.layEntry(d60.Specimen)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layRoles(d *page) {
	if len(d.Ledger) > 0 {
		w.raw("\n<section class=\"front\" id=\"roles\" aria-labelledby=\"roles-title\">\n<h2 id=\"roles-title\">")
		w.text(heading("roles"))
		w.raw("</h2>\n<table class=\"stack ledger\">\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Who</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">When they are needed</th></tr></thead>\n<tbody>\n")
		for i61 := range d.Ledger {
			d62 := &d.Ledger[i61]
			w.raw("<tr>\n<th scope=\"row\">")
			w.text(d62.Title)
			w.layCompany(d62.Company)
			if d63 := d62.Summary; d63 != "" {
				w.raw("<div class=\"about\">")
				w.raw(string(d63))
				w.raw("</div>")
			}
			w.raw("</th>\n<td data-label=\"Who\">")
			w.layContacts(d62.People)
			if d64 := d62.StandIn; d64 != "" {
				w.raw("<p class=\"stand-in\">The people of the role ")
				w.text(d64)
				w.raw(" stand in.</p>")
			}
			w.raw("</td>\n<td data-label=\"Items\">")
			w.number(len(d62.Keys))
			w.raw("</td>\n<td data-label=\"Hands-on\">")
			w.text(duration(d62.Minutes))
			w.raw("</td>\n<td data-label=\"When they are needed\">")
			if d65 := d62.Sittings; len(d65) > 0 {
				w.raw("<ul class=\"sittings\">\n")
				for i66 := range d65 {
					d67 := &d65[i66]
					w.raw("<li>")
					if d68 := d67.Planned; d68 != "" {
						w.raw("<strong>")
						w.text(d68)
						w.raw("</strong>, ")
					}
					w.text(duration(d67.Minutes))
					w.raw(": ")
					w.layNumbers(d67.Items)
					if d69 := d67.Company; d69 != "" {
						w.raw(", ")
						w.text(d69)
					}
					if d70 := d67.Ready; len(d70) > 0 {
						w.raw(", after ")
						w.layNumbers(d70)
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
		for i71 := range d.NameList {
			d72 := &d.NameList[i71]
			w.raw("<tr><th scope=\"row\">")
			w.text(d72.Label)
			w.layCompany(d72.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d72.Value)
			w.raw("</code></td><td")
			if d72.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d72.Note))
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
	if d73 := d.Kicker; d73 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d73)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d74 := span(d.Start, d.Due); d74 != "" {
		w.raw(" · planned ")
		w.text(d74)
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
	if d75 := d.Gate; len(d75) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d75)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d76 := d.Note; d76 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d76))
		w.raw("</div>")
	}
	w.raw("\n")
	for i77 := range d.Items {
		d78 := &d.Items[i77]
		w.layItem(d78)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i79 := range d.Ends {
		d80 := &d.Ends[i79]
		if i79 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d80.Name)
		w.raw("\"")
		if d80.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d80.Name)
		w.raw("\">")
		w.text(d80.Label)
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
	if d81 := d.Company; d81 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d81)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i82 := range d.Entries {
		d83 := &d.Entries[i82]
		w.raw("\n<article class=\"")
		w.text(d83.Class)
		w.raw("\" id=\"")
		w.text(d83.ID)
		w.raw("\">\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
		w.fragment(d83.ID)
		w.raw("\"><span class=\"num\">")
		w.text(d83.Number)
		w.raw("</span> ")
		w.text(d83.Title)
		w.raw("</a>")
		if d83.Origin.Company != "" {
			w.raw(" <span class=\"badge\">Company step</span>")
		}
		w.raw("</h3>\n")
		if d83.Role != "" || d83.Due != "" {
			w.raw("<p class=\"meta\">")
			if d84 := d83.Role; d84 != "" {
				w.raw("<span class=\"role\">")
				w.text(d84)
				w.raw("</span> ")
			}
			w.raw("<bdi>")
			w.text(d83.People)
			w.raw("</bdi>")
			if d85 := d83.Due; d85 != "" {
				w.raw(" due ")
				w.text(d85)
			}
			w.raw("</p>")
		}
		w.raw("\n</div>\n<div class=\"steps\">")
		w.raw(string(d83.Body))
		w.raw("</div>\n")
		w.layOrigin(&d83.Origin)
		w.raw("\n</article>\n")
	}
	w.raw("\n</section>\n")
}

func (w *writer) layDeviations(d *page) {
	w.raw("\n<section class=\"deviations\" id=\"deviations\" aria-labelledby=\"deviations-title\">\n<h2 id=\"deviations-title\">")
	w.text(heading("deviations"))
	w.raw("</h2>\n<p>")
	w.text(word("deviations note"))
	w.raw("</p>\n<table class=\"sign log\">\n")
	w.layHeads(texts("deviations"))
	w.raw("\n<tbody>\n")
	for i86 := range d.Log {
		d87 := &d.Log[i86]
		w.raw("<tr><td>")
		w.number(next(i86))
		w.raw("</td><td>")
		w.layEntry(d87.Item)
		w.raw("</td><td>")
		w.layEntry(d87.What)
		w.raw("</td><td>")
		w.layEntry(d87.Why)
		w.raw("</td><td>")
		w.layEntry(d87.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d87.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layOmissions(d *page) {
	if len(d.Left) > 0 {
		w.raw("\n<section class=\"back\" id=\"omissions\" aria-labelledby=\"omissions-title\">\n<h2 id=\"omissions-title\">")
		w.text(heading("omissions"))
		w.raw("</h2>\n<table class=\"stack omitted\">\n")
		w.layHeads(texts("omissions"))
		w.raw("\n")
		for i88 := range d.Left {
			d89 := &d.Left[i88]
			w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">")
			w.text(d89.Title)
			w.raw("</th></tr>\n")
			for i90 := range d89.Items {
				d91 := &d89.Items[i90]
				w.raw("<tr><th scope=\"row\">")
				w.text(d91.Title)
				w.raw("</th><td>")
				w.text(d91.Reason)
				if d92 := d91.Company; d92 != "" {
					w.raw(" <span class=\"badge\">left out by <bdi>")
					w.text(d92)
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
		for i93 := range d.Glossary {
			d94 := &d.Glossary[i93]
			w.raw("<div><dt>")
			w.text(d94.Term)
			w.layCompany(d94.Company)
			w.raw("</dt><dd>")
			w.raw(string(d94.Text))
			w.raw("</dd></div>\n")
		}
		w.raw("</dl>\n</section>\n")
	}
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
	w.layNote(d.Work.Note)
	w.raw("\n")
}

func (w *writer) layWarningList(d []generator.Warning) {
	w.raw("\n<ul class=\"warnings\">\n")
	for i123 := range d {
		d124 := &d[i123]
		w.raw("<li><strong>")
		w.text(d124.ID)
		w.raw("</strong> ")
		w.text(d124.Message)
		if d125 := d124.At; d125 != "" {
			w.raw(" <code>")
			w.text(d125)
			w.raw("</code>")
		}
		w.layCompany(d124.Company)
		if d126 := d124.Hint; d126 != "" {
			w.raw("<br><span class=\"hint\">What to do: ")
			w.text(d126)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layHeads(d []string) {
	w.raw("<thead><tr>")
	for i127 := range d {
		d128 := d[i127]
		w.raw("<th scope=\"col\">")
		w.text(d128)
		w.raw("</th>")
	}
	w.raw("</tr></thead>")
}

func (w *writer) layPeople(d []generator.Person) {
	for i129 := range d {
		d130 := &d[i129]
		if i129 != 0 {
			w.raw(", ")
		}
		w.raw("<bdi>")
		w.text(d130.Name)
		w.raw("</bdi>")
	}
}

func (w *writer) layEntry(d string) {
	if d131 := d; d131 != "" {
		w.raw("<bdi class=\"entered\">")
		w.text(d131)
		w.raw("</bdi>")
	}
}

func (w *writer) layNote(d string) {
	if d132 := d; d132 != "" {
		w.raw("<p class=\"remark\">")
		w.text(d132)
		w.raw("</p>")
	}
}

func (w *writer) layCompany(d string) {
	if d133 := d; d133 != "" {
		w.raw(" <span class=\"badge\">from <bdi>")
		w.text(d133)
		w.raw("</bdi></span>")
	}
}

func (w *writer) layMatrix(d *page) {
	if len(d.Matrix) > 0 {
		w.raw("\n<div id=\"matrix\">\n<h3 id=\"matrix-title\">")
		w.text(heading("matrix"))
		w.raw("</h3>\n<p><strong>")
		w.text(word("responsible"))
		w.raw("</strong> ")
		w.text(word("responsible note"))
		w.raw(" <strong>")
		w.text(word("attends"))
		w.raw("</strong> ")
		w.text(word("attends note"))
		w.raw(" <strong>")
		w.text(word("reachable"))
		w.raw("</strong> ")
		w.text(word("reachable note"))
		w.raw(" <strong>")
		w.text(word("informed"))
		w.raw("</strong> ")
		w.text(word("informed note"))
		w.raw("</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i134 := range d.Ledger {
			d135 := &d.Ledger[i134]
			w.raw("<th scope=\"col\"><span>")
			w.text(d135.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i136 := range d.Matrix {
			d137 := &d.Matrix[i136]
			if d137.Phase != "" {
				if i136 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d137.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d137.Item.ID)
			w.raw("\">")
			w.text(d137.Item.Number)
			w.raw(" ")
			w.text(d137.Item.Title)
			w.raw("</a></th>")
			w.raw(string(d137.Cells))
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i138 := range d {
		d139 := &d[i138]
		w.raw("<li>")
		if d139.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d139.Name)
			w.raw("\"")
			if d139.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d139.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d139.Name)
			w.raw("\"")
			if d139.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d139.ID)
			w.raw("\"><div id=\"")
			w.text(d139.ID)
			w.raw("\">")
			w.raw(string(d139.Text))
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
	if d140 := d.Reason; d140 != "" {
		w.raw("Why in this runbook: ")
		w.text(d140)
		w.raw(". ")
	}
	if d141 := d.Company; d141 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d141)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
