using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Watch;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace ActivationWizard.Tests.App.Watch;

/// <summary>
/// A case whose answer was lost and that waits too long for somebody, from the case to the servers that are told: once when the
/// time of the setting is over, and once when somebody has looked.
/// </summary>
public sealed class AttentionAlertTests : IAsyncLifetime
{
    private const string Key = "een-sleutel-van-tweeendertig-tekens";
    private const string Lead = "teamleider@wonen.example";
    private const string Name = "E. Mailstra";

    private readonly MovedTime _clock = new();
    private readonly ConcurrentQueue<(string Body, string Signature)> _posts = new();
    private readonly LoopbackSmtp _mail = new();
    private LoopbackSite? _site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_ThatWaitsLongerThanTheSetting_IsPostedAndMailedOnceAndSoIsItsEnd()
    {
        await using var app = Start();
        var number = await StuckAsync(app);
        var round = app.Services.GetRequiredService<WatchRound>();
        _clock.By += TimeSpan.FromMinutes(44);
        await round.RunAsync(Cancellation);
        Assert.DoesNotContain(Posted(), one => one.Kind is "Attention");

        // From here on the work in the background does it: nobody calls anything.
        _clock.By += TimeSpan.FromMinutes(2);
        var told = await ToldAsync(app, number, isOver: false);

        Assert.Equal(($"{number}", $"https://codes.example.nl/zaken/{number}"), (told.Subject, told.Link));
        Assert.StartsWith(
            $"Zaak {number} wacht op iemand die kijkt (controle nodig), sinds ", told.Text, StringComparison.Ordinal);
        var mail = await MailedAsync(told.Text);
        Assert.Equal(Lead, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains(told.Link!, mail.TextBody, StringComparison.Ordinal);

        var waits = await app.CaseAsync(number);
        Assert.IsType<Decision.Taken>((await app.DeskOf(DemoPeople.Els).AnswerAsync(
            number, waits.Version, new SettleOutcome(SeenOutcome.Happened, "Staat in Umbrella."))).Decision);
        var over = await ToldAsync(app, number, isOver: true);
        Assert.StartsWith($"Voorbij: Zaak {number} ", over.Text, StringComparison.Ordinal);
        await MailedAsync(over.Text);

        await round.RunAsync(Cancellation);
        Assert.Equal(2, Posted().Count(one => one.Kind is "Attention"));
        // Nothing of the tenant, in the posts or in the mails.
        Assert.All(
            _posts.Select(one => one.Body).Concat(Mails().Select(one => one.TextBody)),
            text => Assert.DoesNotContain("Mailstra", text, StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask InitializeAsync() => _site = await LoopbackSite.StartAsync(
        site => site.MapPost("/haak", async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _posts.Enqueue((Encoding.UTF8.GetString(body.ToArray()), $"{context.Request.Headers[AlertSender.SignatureHeader]}"));
    }));

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        await _mail.DisposeAsync();
    }

    // Umbrella does it and gives no answer that says so, and nothing can tell afterwards whether it was done.
    private static async Task<CaseNumber> StuckAsync(TestApp app)
    {
        var number = await app.NumberOfAsync(Name);
        app.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.ErrorAfter,
            System = "umbrella",
            Method = "POST",
            Path = "**/activatie",
        });
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()))).Decision);
        // The wizard looks once at what the systems show, and notes it: from then on nothing happens to the case.
        await app.UntilAsync(number, one => one is { State: ActivationState.NeedsAttention, Evidence: not null });
        return number;
    }

    private TestApp Start() => new(new()
    {
        Clock = _clock,
        Settings =
        {
            ["Umbrella:Recovery:Activate"] = "None",
            ["Mailbox:Mode"] = "Smtp",
            ["Mailbox:SmtpHost"] = "127.0.0.1",
            ["Mailbox:SmtpPort"] = _mail.Port,
            ["Mailbox:Security"] = "None",
            ["Mailbox:From"] = "wonen@thuis.example",
            ["Alerts:Mail"] = Lead,
            ["Alerts:Webhook"] = new Uri(_site!.Address, "haak").AbsoluteUri,
            ["Alerts:WebhookKey"] = Key,
            ["Alerts:SiteAddress"] = "https://codes.example.nl",
            ["Alerts:AttentionMinutes"] = "45",
            ["Alerts:CheckSeconds"] = "0.1",
        },
    });

    private async Task<Told> ToldAsync(TestApp app, CaseNumber number, bool isOver)
    {
        var last = "";
        return (await Waiting.ForAsync(
            isOver ? "a post that it is over" : "a post that it waits",
            async () =>
            {
                var activation = await app.CaseAsync(number);
                last = $"{activation.State} since {activation.ChangedAt:O}, at {_clock.GetUtcNow():O}, and {_posts.Count} posts";
                return Posted().Find(one => one.Kind is "Attention" && one.IsOver == isOver);
            },
            one => one is not null, _ => last))!;
    }

    private async Task<MimeMessage> MailedAsync(string sentence) => (await Waiting.ForAsync(
        $"a mail with: {sentence}",
        () => Task.FromResult(Mails().Find(one => one.TextBody?.Contains(sentence, StringComparison.Ordinal) is true)),
        one => one is not null, _ => $"{_mail.Taken.Count} other mails"))!;

    // Every disturbance of every post, whose signatures are right.
    private List<Told> Posted() =>
    [
        .. from post in _posts.ToArray()
           let signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(post.Body))
           where post.Signature == $"sha256={Convert.ToHexStringLower(signature)}"
           from one in JsonDocument.Parse(post.Body).RootElement.GetProperty("disturbances").EnumerateArray()
           select new Told(
               one.GetProperty("kind").GetString()!, one.GetProperty("subject").GetString()!,
               one.GetProperty("overAt").ValueKind is not JsonValueKind.Null, one.GetProperty("text").GetString()!,
               one.GetProperty("link").GetString()),
    ];

    private List<MimeMessage> Mails() =>
    [
        .. from mail in _mail.Taken.ToArray()
           select MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(mail))),
    ];

    private sealed record Told(string Kind, string Subject, bool IsOver, string Text, string? Link);
}
