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
		w.layProvenance(d)
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
			w.raw("</td><td data-label=\"Hands-on\">")
			w.text(duration(d13.Minutes))
			w.raw("</td><td data-label=\"Ready before\">")
			for i15 := range d13.Ready {
				d16 := &d13.Ready[i15]
				if i15 != 0 {
					w.raw("; ")
				}
				w.text(d16.Number)
				w.raw(" ")
				w.text(d16.Title)
			}
			if len(d13.Ready) == 0 {
				w.raw("nothing")
			}
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
	w.raw("\n")
	for i17 := range d.Chapters {
		d18 := &d.Chapters[i17]
		w.raw("\n<section class=\"phase\" id=\"")
		w.text(d18.ID)
		w.raw("\" aria-labelledby=\"")
		w.text(d18.ID)
		w.raw("-title\">\n<h2 id=\"")
		w.text(d18.ID)
		w.raw("-title\">")
		if d19 := d18.Kicker; d19 != "" {
			w.text(d19)
			w.raw(": ")
		}
		w.text(d18.Title)
		w.raw("</h2>\n")
		for i20 := range d18.Items {
			d21 := &d18.Items[i20]
			w.raw("\n<article class=\"")
			w.text(d21.Class)
			w.raw("\" id=\"")
			w.text(d21.ID)
			w.raw("\">\n")
			w.layItemHead(d21)
			w.raw("\n<div class=\"steps\">")
			w.raw(string(d21.Steps))
			w.raw("</div>\n<div class=\"tail\">\n")
			w.layItemTail(d21)
			w.raw("\n</div>\n</article>\n")
		}
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d22 := d.Warnings; len(d22) > 0 {
		w.raw("\n<section id=\"warnings\" aria-labelledby=\"warnings-title\">\n<h2 id=\"warnings-title\">Warnings</h2>\n")
		w.layWarningList(d22)
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d23 := d.Lookup; len(d23) > 0 {
		w.raw("\n<section id=\"lookup\" aria-labelledby=\"lookup-title\">\n<h2 id=\"lookup-title\">Yours to look up in the whole runbook</h2>\n")
		for i24 := range d23 {
			d25 := &d23[i24]
			w.raw("<p>")
			w.text(d25.Title)
			w.raw(": ")
			for i26 := range d25.Entries {
				d27 := &d25.Entries[i26]
				if i26 != 0 {
					w.raw("; ")
				}
				w.raw("<span class=\"num\">")
				w.text(d27.Number)
				w.raw("</span> ")
				w.text(d27.Title)
				if d28 := d27.Due; d28 != "" {
					w.raw(" (due ")
					w.text(d28)
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
	if d29 := d.Profile; d29 != "" {
		w.raw("<code>")
		w.text(d29)
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
	if d30 := d.Document.Revision; d30 != "" {
		w.raw("Revision <bdi>")
		w.text(d30)
		w.raw("</bdi> · ")
	}
	w.text(d.Date)
	if d31 := d.Document.Change; d31 != "" {
		w.raw(" · Change <bdi>")
		w.text(d31)
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
	w.raw("\n<div class=\"use\">\n<h2>How to use this runbook</h2>\n<ul>\n<li>Work through the items in order. An item waits until the items it needs are done.</li>\n<li>Whoever does an item ticks its boxes, then fills in its last line: initials, date, evidence; for what is not needed or blocked, the reason in place of evidence.</li>\n<li>What is done differently goes into the <a href=\"#deviations\">deviation log</a>.</li>\n<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>Release for execution</caption>\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Held by</th><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody>\n")
	for i32 := range d.Ledger {
		d33 := &d.Ledger[i32]
		w.raw("<tr><th scope=\"row\">")
		w.text(d33.Title)
		w.raw("</th><td>")
		w.layPeople(d33.People)
		w.raw("</td><td>")
		w.layEntry(d33.Release.Name)
		w.layNote(d33.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d33.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d33.Release.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</header>\n")
}

func (w *writer) layToc(d *page) {
	w.raw("<nav class=\"toc\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n")
	for i34 := range d.Contents {
		d35 := &d.Contents[i34]
		w.raw("<li><a href=\"#")
		w.fragment(d35.ID)
		w.raw("\">")
		w.text(d35.Title)
		w.raw("</a>")
		if d36 := d35.Items; len(d36) > 0 {
			w.raw("\n<ol>\n")
			for i37 := range d36 {
				d38 := &d36[i37]
				w.raw("<li><a href=\"#")
				w.fragment(d38.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d38.Number)
				w.raw("</span> <span>")
				w.text(d38.Title)
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
		w.raw("</h2>\n<p>These values of the profile shaped the runbook. Each one is confirmed before work begins.</p>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Decision</th><th scope=\"col\">Value</th><th scope=\"col\">Given by</th><th scope=\"col\">Confirmed</th></tr></thead>\n<tbody>\n")
		for i39 := range d.Decisions {
			d40 := &d.Decisions[i39]
			w.raw("<tr><th scope=\"row\">")
			w.text(d40.Label)
			w.layCompany(d40.Company)
			w.raw("</th><td data-label=\"Value\"><bdi>")
			w.text(d40.Value)
			w.raw("</bdi>")
			w.layNote(d40.Confirmed.Remark)
			w.layNote(d40.Confirmed.Note)
			w.raw("</td><td data-label=\"Given by\">")
			if d40.Default {
				w.raw("default")
			} else {
				w.raw("profile")
			}
			w.raw("<span class=\"key\"> <code>")
			w.text(d40.Key)
			w.raw("</code></span></td><td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
			w.number(i39)
			w.raw("\" aria-label=\"Confirmed: ")
			w.text(d40.Label)
			w.raw("\"")
			if d40.Confirmed.Yes {
				w.raw(" checked")
			}
			w.raw(">")
			w.layEntry(d40.Confirmed.By)
			w.raw(" ")
			w.layEntry(d40.Confirmed.Date)
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layProvenance(d *page) {
	w.raw("\n<section class=\"front\" id=\"provenance\" aria-labelledby=\"provenance-title\">\n<h2 id=\"provenance-title\">")
	w.text(heading("provenance"))
	w.raw("</h2>\n<table class=\"pairs\">\n<tbody>\n<tr><th scope=\"row\">Workflow</th><td>")
	w.text(d.Workflow.Title)
	w.raw(" (<code>")
	w.text(d.Workflow.ID)
	w.raw("</code>), version <code>")
	w.text(d.Workflow.Version)
	w.raw("</code>")
	if d41 := d.Workflow.Overlays; len(d41) > 0 {
		w.raw(", with the company's own steps from ")
		for i42 := range d41 {
			d43 := d41[i42]
			if i42 != 0 {
				w.raw(", ")
			}
			w.raw("<code>")
			w.text(d43)
			w.raw("</code>")
		}
	}
	w.raw("</td></tr>\n<tr><th scope=\"row\">Profile</th><td>")
	if d44 := d.Profile; d44 != "" {
		w.raw("<code>")
		w.text(d44)
		w.raw("</code>, ")
	}
	w.raw("digest <code>")
	w.text(d.Digest)
	w.raw("</code></td></tr>\n<tr><th scope=\"row\">Rollout</th><td><code>")
	w.text(d.ID)
	w.raw("</code>")
	if d45 := d.Tracking.Repository; d45 != "" {
		w.raw(", tracked in ")
		if d46 := weblink(d.Tracking.URL); d46 != "" {
			w.raw("<a href=\"")
			w.address(string(d46))
			w.raw("/")
			w.address(d.Tracking.Repository)
			w.raw("\">")
			w.text(d.Tracking.Repository)
			w.raw("</a>")
		} else {
			w.text(d45)
		}
	}
	w.raw("</td></tr>\n<tr><th scope=\"row\">Written for</th><td>")
	w.text(d.Date)
	w.raw("</td></tr>\n<tr><th scope=\"row\">Facts as of</th><td>")
	w.text(d.Workflow.Verified)
	w.raw("</td></tr>\n")
	if d47 := d.Document.Revision; d47 != "" {
		w.raw("<tr><th scope=\"row\">Revision</th><td><bdi>")
		w.text(d47)
		w.raw("</bdi></td></tr>")
	}
	w.raw("\n")
	if d48 := d.Document.Change; d48 != "" {
		w.raw("<tr><th scope=\"row\">Change request</th><td><bdi>")
		w.text(d48)
		w.raw("</bdi></td></tr>")
	}
	w.raw("\n")
	if d49 := d.Document.Replaces; d49 != "" {
		w.raw("<tr><th scope=\"row\">Replaces</th><td><bdi>")
		w.text(d49)
		w.raw("</bdi></td></tr>")
	}
	w.raw("\n")
	if d50 := d.Document.PreparedBy; d50 != "" {
		w.raw("<tr><th scope=\"row\">Prepared by</th><td><bdi>")
		w.text(d50)
		w.raw("</bdi></td></tr>")
	}
	w.raw("\n")
	if d51 := d.Record; d51 != nil {
		w.raw("<tr><th scope=\"row\">Record</th><td><code>")
		w.text(d51.File)
		w.raw("</code>, as of <code>")
		w.text(d51.Digest)
		w.raw("</code></td></tr>")
	}
	w.raw("\n</tbody>\n</table>\n</section>\n")
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
	w.raw("</h2>\n<table class=\"sign initials\">\n<thead><tr><th scope=\"col\">Initials</th><th scope=\"col\">Full name</th><th scope=\"col\">Role</th><th scope=\"col\">Specimen</th></tr></thead>\n<tbody>\n")
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
					if d69 := d67.Ready; len(d69) > 0 {
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
		w.raw("</h2>\n<p>Computed from the profile. These are the names that the steps use, and that people will meet again.</p>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Name</th><th scope=\"col\">Note</th></tr></thead>\n<tbody>\n")
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
		w.raw("\n<div class=\"gate\">\n<h3>Before this phase starts</h3>\n")
		w.layChecks(d74)
		w.raw("\n<p class=\"checked-by\">Checked by <span class=\"line\">")
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
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>Sign-off at the end of ")
	if d78 := d.Kicker; d78 != "" {
		w.text(d78)
	} else {
		w.text(d.Title)
	}
	w.raw("</caption>\n<thead><tr><th scope=\"col\">Result</th><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody><tr><td class=\"result\"><span class=\"choice\"><input type=\"checkbox\" id=\"")
	w.text(d.ID)
	w.raw("-pass\"")
	if d.Signed.Result == "passed" {
		w.raw(" checked")
	}
	w.raw("><label for=\"")
	w.text(d.ID)
	w.raw("-pass\">passed</label></span> <span class=\"choice\"><input type=\"checkbox\" id=\"")
	w.text(d.ID)
	w.raw("-open\"")
	if d.Signed.Result == "open-points" {
		w.raw(" checked")
	}
	w.raw("><label for=\"")
	w.text(d.ID)
	w.raw("-open\">with open points</label></span></td><td>")
	w.layEntry(d.Signed.Name)
	w.layNote(d.Signed.SignOff.Note)
	w.raw("</td><td>")
	w.layEntry(d.Signed.Signature)
	w.raw("</td><td>")
	w.layEntry(d.Signed.Date)
	w.raw("</td></tr>\n<tr><th scope=\"row\">Open points: what, who, until when</th><td colspan=\"3\">")
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
	if d79 := d.Company; d79 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d79)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i80 := range d.Entries {
		d81 := &d.Entries[i80]
		w.raw("\n<article class=\"")
		w.text(d81.Class)
		w.raw("\" id=\"")
		w.text(d81.ID)
		w.raw("\">\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
		w.fragment(d81.ID)
		w.raw("\"><span class=\"num\">")
		w.text(d81.Number)
		w.raw("</span> ")
		w.text(d81.Title)
		w.raw("</a>")
		if d81.Origin.Company != "" {
			w.raw(" <span class=\"badge\">Company step</span>")
		}
		w.raw("</h3>\n")
		if d81.Role != "" || d81.Due != "" {
			w.raw("<p class=\"meta\">")
			if d82 := d81.Role; d82 != "" {
				w.raw("<span class=\"role\">")
				w.text(d82)
				w.raw("</span> ")
			}
			w.raw("<bdi>")
			w.text(d81.People)
			w.raw("</bdi>")
			if d83 := d81.Due; d83 != "" {
				w.raw(" due ")
				w.text(d83)
			}
			w.raw("</p>")
		}
		w.raw("\n</div>\n<div class=\"steps\">")
		w.raw(string(d81.Body))
		w.raw("</div>\n")
		w.layOrigin(&d81.Origin)
		w.raw("\n</article>\n")
	}
	w.raw("\n</section>\n")
}

func (w *writer) layDeviations(d *page) {
	w.raw("\n<section class=\"deviations\" id=\"deviations\" aria-labelledby=\"deviations-title\">\n<h2 id=\"deviations-title\">")
	w.text(heading("deviations"))
	w.raw("</h2>\n<p>What was done differently from the runbook, and why. To be filled in on paper.</p>\n<table class=\"sign log\">\n<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Item</th><th scope=\"col\">What was done instead</th><th scope=\"col\">Why</th><th scope=\"col\">Agreed by</th><th scope=\"col\">Date</th></tr></thead>\n<tbody>\n")
	for i84 := range d.Log {
		d85 := &d.Log[i84]
		w.raw("<tr><td>")
		w.number(next(i84))
		w.raw("</td><td>")
		w.layEntry(d85.Item)
		w.raw("</td><td>")
		w.layEntry(d85.What)
		w.raw("</td><td>")
		w.layEntry(d85.Why)
		w.raw("</td><td>")
		w.layEntry(d85.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d85.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layOmissions(d *page) {
	if len(d.Left) > 0 {
		w.raw("\n<section class=\"back\" id=\"omissions\" aria-labelledby=\"omissions-title\">\n<h2 id=\"omissions-title\">")
		w.text(heading("omissions"))
		w.raw("</h2>\n<table class=\"stack omitted\">\n<thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Why it was left out</th></tr></thead>\n")
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
				w.text(d89.Reason)
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

func (w *writer) laySignOff(d *page) {
	w.raw("\n<section class=\"back\" id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">")
	w.text(heading("sign-off"))
	w.raw("</h2>\n<p>The items of this runbook are done, or the <a href=\"#deviations\">deviation log</a> says what was done instead.</p>\n<table class=\"sign\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody>\n")
	for i93 := range d.Closing {
		d94 := &d.Closing[i93]
		w.raw("<tr><th scope=\"row\">")
		w.text(d94.Title)
		w.layNote(d94.Note)
		w.raw("</th><td>")
		w.layEntry(d94.Name)
		w.raw("</td><td>")
		w.layEntry(d94.Signature)
		w.raw("</td><td>")
		w.layEntry(d94.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d95 := d.LogoURL; d95 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d95))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d96 := d.Document.Classification; d96 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d96)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i97 := range d {
		d98 := &d[i97]
		w.raw("<li><bdi>")
		w.text(d98.Name)
		w.raw("</bdi>")
		if d99 := d98.Email; d99 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d99)))
			w.raw("\">")
			w.text(d99)
			w.raw("</a>")
		}
		if d100 := d98.GitHub; d100 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d100)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layGlance(d []fact) {
	w.raw("\n<dl class=\"glance\">\n")
	for i101 := range d {
		d102 := &d[i101]
		w.raw("<div><dt>")
		w.text(d102.Label)
		w.raw("</dt><dd>")
		w.text(d102.Value)
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

func (w *writer) layBanners(d []template.HTML) {
	for i103 := range d {
		d104 := d[i103]
		w.raw("\n<div role=\"note\" class=\"alert important\">")
		w.raw(string(d104))
		w.raw("</div>\n")
	}
}

func (w *writer) layNumbers(d []link) {
	for i105 := range d {
		d106 := &d[i105]
		if i105 != 0 {
			w.raw(", ")
		}
		if d106.ID != "" {
			w.raw("<a href=\"#")
			w.fragment(d106.ID)
			w.raw("\" title=\"")
			w.text(d106.Title)
			w.raw("\">")
			w.text(d106.Number)
			w.raw("</a>")
		} else {
			w.text(d106.Number)
			w.raw(" ")
			w.text(d106.Title)
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
	if d107 := d.State; d107 != "" {
		w.raw(" <span class=\"badge\">")
		w.text(d107)
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
	if d108 := d.Needs; len(d108) > 0 {
		w.raw("<p class=\"needs\">Needs first: ")
		for i109 := range d108 {
			d110 := &d108[i109]
			if i109 != 0 {
				w.raw("; ")
			}
			if d110.ID != "" {
				w.raw("<a href=\"#")
				w.fragment(d110.ID)
				w.raw("\">")
				w.text(d110.Number)
				w.raw(" ")
				w.text(d110.Title)
				w.raw("</a>")
			} else {
				w.text(d110.Number)
				w.raw(" ")
				w.text(d110.Title)
			}
		}
		w.raw("</p>\n")
	}
	if d111 := d.Why; d111 != "" {
		w.raw("<div class=\"why\">")
		w.raw(string(d111))
		w.raw("</div>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layItemTail(d *item) {
	w.raw("\n")
	if d112 := d.Verify; len(d112) > 0 {
		w.raw("<h4>Verify</h4>\n")
		w.layChecks(d112)
	}
	w.raw("\n")
	if d113 := d.Evidence; d113 != "" {
		w.raw("<div class=\"record\"><strong>Record:</strong> ")
		w.raw(string(d113))
		w.raw("</div>")
	}
	w.raw("\n<div class=\"done\" role=\"group\" aria-label=\"Item ")
	w.text(d.Number)
	w.raw("\">\n<span class=\"cell states\">")
	for i114 := range d.Boxes {
		d115 := &d.Boxes[i114]
		w.raw("<label><input type=\"checkbox\" name=\"")
		w.text(d115.Name)
		w.raw("\"")
		if d115.On {
			w.raw(" checked")
		}
		w.raw("> <span>")
		w.text(d115.Label)
		w.raw("</span></label> ")
	}
	w.raw("</span>\n")
	{
		d116 := &d.Work
		if d117 := d116.By; d117 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Initials</span> <bdi>")
			w.text(d117)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Initials</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n")
		if d118 := d116.Date; d118 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Date</span> <bdi>")
			w.text(d118)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Date</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n<span class=\"cell\"><span class=\"name\">Evidence</span> ")
		if d119 := d116.Evidence; d119 != "" {
			w.raw("<bdi>")
			w.text(d119)
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
	for i120 := range d {
		d121 := &d[i120]
		w.raw("<li><strong>")
		w.text(d121.ID)
		w.raw("</strong> ")
		w.text(d121.Message)
		if d122 := d121.At; d122 != "" {
			w.raw(" <code>")
			w.text(d122)
			w.raw("</code>")
		}
		w.layCompany(d121.Company)
		if d123 := d121.Hint; d123 != "" {
			w.raw("<br><span class=\"hint\">What to do: ")
			w.text(d123)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
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

func (w *writer) layMatrix(d *page) {
	if len(d.Matrix) > 0 {
		w.raw("\n<div id=\"matrix\">\n<h3 id=\"matrix-title\">")
		w.text(heading("matrix"))
		w.raw("</h3>\n<p><strong>R</strong> carries the item out. <strong>I</strong> must be told when it is done, because an item of theirs needs it.</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i129 := range d.Ledger {
			d130 := &d.Ledger[i129]
			w.raw("<th scope=\"col\"><span>")
			w.text(d130.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i131 := range d.Matrix {
			d132 := &d.Matrix[i131]
			if d132.Phase != "" {
				if i131 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d132.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d132.Item.ID)
			w.raw("\">")
			w.text(d132.Item.Number)
			w.raw(" ")
			w.text(d132.Item.Title)
			w.raw("</a></th>")
			w.raw(string(d132.Cells))
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i133 := range d {
		d134 := &d[i133]
		w.raw("<li>")
		if d134.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d134.Name)
			w.raw("\"")
			if d134.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d134.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d134.Name)
			w.raw("\"")
			if d134.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d134.ID)
			w.raw("\"><div id=\"")
			w.text(d134.ID)
			w.raw("\">")
			w.raw(string(d134.Text))
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
	if d135 := d.Reason; d135 != "" {
		w.raw("Why in this runbook: ")
		w.text(d135)
		w.raw(". ")
	}
	if d136 := d.Company; d136 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d136)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
