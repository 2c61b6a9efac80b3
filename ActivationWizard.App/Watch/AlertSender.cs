using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox;

namespace ActivationWizard.App.Watch;

/// <summary>Tells people, by mail, by a signed post, or both; of a case it says the number and nothing else.</summary>
public sealed partial class AlertSender(
    AlertSettings settings, DocumentPost post, NoticeMail mail, ILogger<AlertSender> log)
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-ActivationWizard-Signature";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>True when it came to one of them at least.</summary>
    public async Task<bool> SendAsync(IReadOnlyList<Disturbance> all, DateTimeOffset now, CancellationToken cancellation)
    {
        var lines = Lines(all);
        // The same for the same: what is sent a second time, because nobody knows that it came, can be known by it.
        var id = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join(',', all.Select(one => $"{one.Id:N}{one.OverAt is not null}")))))[..24];
        var isTold = false;
        if (settings.Webhook is { } address)
            isTold |= await PostAsync(address, id, lines, now, cancellation);
        if (settings.MailTo.Length > 0)
            isTold |= await MailAsync(id, lines, cancellation);
        return isTold;
    }

    private List<AlertLine> Lines(IReadOnlyList<Disturbance> all)
    {
        var before = CultureInfo.CurrentUICulture;
        var format = CultureInfo.CurrentCulture;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Languages.Default;
        try
        {
            return
            [
                .. from one in all
                   select new AlertLine(
                       one.Id, $"{one.Kind}", one.Subject, one.Since, one.OverAt, DisturbanceWords.Sentence(one), LinkTo(one)),
            ];
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, format);
        }
    }

    private Uri? LinkTo(Disturbance one) => settings.SiteAddress is not { } site ? null
        : one.Kind is DisturbanceKind.Attention ? new Uri(site, $"{Urls.Cases}/{Uri.EscapeDataString(one.Subject)}")
        : new Uri(site, Urls.Status);

    private async Task<bool> PostAsync(
        Uri address, string id, List<AlertLine> lines, DateTimeOffset now, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id, at = now, disturbances = lines }, Form);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.WebhookKey), body);
        var why = await post.SendAsync(
            address, body, (SignatureHeader, $"sha256={Convert.ToHexStringLower(signature)}"), cancellation);
        if (why is not null)
            NotTold(log, "Alerts:Webhook", why);
        return why is null;
    }

    private async Task<bool> MailAsync(string id, List<AlertLine> lines, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.Text).Append('\n');
            if (line.Link is { } link)
                text.Append(link.AbsoluteUri).Append('\n');
            text.Append('\n');
        }

        var words = WatchText.ResourceManager;
        var isOver = lines.TrueForAll(line => line.OverAt is not null);
        var subject = words.GetString(
            isOver ? nameof(WatchText.MailSubjectOver) : nameof(WatchText.MailSubject), Languages.Default)!;
        var closing = words.GetString(nameof(WatchText.MailClosing), Languages.Default)!;
        var isTold = await mail.SendAsync(
            settings.MailTo, new MailText(subject, text.Append(closing).Append('\n').ToString()), $"alert-{id}", cancellation);
        if (!isTold)
            NotTold(log, "Alerts:Mail", "the mail server did not take it");
        return isTold;
    }

    [LoggerMessage(1, LogLevel.Warning, "An alert did not come to {Key}: {Why}. It is tried again.")]
    private static partial void NotTold(ILogger logger, string key, string why);

    private sealed record AlertLine(
        Guid Id, string Kind, string Subject, DateTimeOffset Since, DateTimeOffset? OverAt, string Text, Uri? Link);
}
