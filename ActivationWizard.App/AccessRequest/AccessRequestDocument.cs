using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Words;

namespace ActivationWizard.App.AccessRequest;

/// <summary>
/// Everything known about a tenant as one page by itself, to print, in the language of who asks. It is written a case at a time,
/// and says at the end that it is all: a page that was cut off does not.
/// </summary>
public static class AccessRequestDocument
{
    // As the page looks on paper; there is nothing else to load.
    private const string Style =
        "body{font:11pt/1.45 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.6rem}"
        + "h3{border-top:1px solid;padding-top:1rem;break-after:avoid}h4{break-after:avoid}dt{font-weight:bold}"
        + "li,dd{break-inside:avoid;overflow-wrap:anywhere}.aw-mail-text{white-space:pre-wrap}@page{margin:1.5cm}";

    public static async Task WriteAsync(
        CasesOfTenant found, DateTimeOffset madeAt, TextWriter output, CancellationToken cancellation)
    {
        var count = found.Numbers.Count;
        await output.WriteAsync(
            PageByItself.Begin(AccessRequestText.ReportTitle, Style)
            + $"<article><h2>{PageByItself.Text(AccessRequestText.ReportTitle)}</h2>"
            + $"<p>{PageByItself.Text(AccessRequestText.ReportMade.With(Moments.InFull(madeAt), count))}</p>\n");
        await foreach (var one in found.AllAsync(cancellation))
            await output.WriteAsync(await PageByItself.PartAsync<TenantReportSection>(nameof(TenantReportSection.Of), one));
        if (found.Messages.Count > 0)
            await output.WriteAsync(
                await PageByItself.PartAsync<TenantReportMessages>(nameof(TenantReportMessages.Messages), found.Messages));
        await output.WriteAsync(
            $"\n<p>{PageByItself.Text(AccessRequestText.ReportEnd.With(count))}</p></article>{PageByItself.End}");
    }
}
