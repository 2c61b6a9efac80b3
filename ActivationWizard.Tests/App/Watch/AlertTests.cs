using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Watch;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Watch;

/// <summary>People are told once of what they have to do something about, and once that it is over.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private const string Key = "een-sleutel-van-tweeendertig-tekens";

    private readonly TemporaryFolder _folder = new();
    private readonly MovedTime _clock = new();
    private readonly ConcurrentQueue<(string Body, string Signature)> _posts = new();
    private LoopbackSite? _site;
    private volatile bool _isRefused;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task System_ThatGivesNoAnswer_IsToldOnceAlsoOverARestartAndOnceThatItIsOver()
    {
        await using (var app = Start())
        {
            var (round, pulse) = (app.Services.GetRequiredService<WatchRound>(), app.Services.GetRequiredService<SystemPulse>());
            pulse.Note(ForeignSystem.Postex, answered: false);
            _clock.By += TimeSpan.FromMinutes(10);
            await round.RunAsync(Cancellation);
            Assert.Empty(_posts);

            _clock.By += TimeSpan.FromMinutes(10);
            _isRefused = true;
            await round.RunAsync(Cancellation);
            Assert.Empty(_posts);
            _isRefused = false;
            // The work in the background and this one at once: who claims it tells it.
            await Task.WhenAll(round.RunAsync(Cancellation), round.RunAsync(Cancellation));
            await round.RunAsync(Cancellation);

            var told = Told();
            Assert.Equal(
                ("Unanswered", "Postex", false),
                (told.Kind, told.Subject, told.IsOver));
            Assert.StartsWith("Postex geeft geen antwoord, sinds ", told.Text, StringComparison.Ordinal);
        }

        await using (var app = Start())
        {
            var (round, pulse) = (app.Services.GetRequiredService<WatchRound>(), app.Services.GetRequiredService<SystemPulse>());
            await round.RunAsync(Cancellation);
            // A process that has just begun has asked nobody yet: over only when it answers, or nobody asks it any more.
            pulse.Note(ForeignSystem.Postex, answered: true);
            await round.RunAsync(Cancellation);
            await round.RunAsync(Cancellation);

            var told = Told();
            Assert.Equal(("Unanswered", "Postex", true), (told.Kind, told.Subject, told.IsOver));
            Assert.StartsWith("Voorbij: Postex geeft geen antwoord, van ", told.Text, StringComparison.Ordinal);
            Assert.Empty(_posts);

            using var visitor = app.Visitor();
            await visitor.SignInAsync(DemoPeople.Bram);
            var page = await visitor.ReadAsync(Urls.Status);
            Assert.Contains("De laatste 7 dagen", page, StringComparison.Ordinal);
            Assert.Contains("Postex geeft geen antwoord", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)>[^<]*(sqlite|\\bkey\\b|\\bquery\\b)[^<]*<", page);
        }
    }

    [Fact]
    public async Task SecretAndTemplates_ThatSomebodyHasToSeeTo_AreMailedAndPosted()
    {
        Directory.CreateDirectory(_folder["leeg"]);
        var soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date.AddDays(10));
        await using var app = Start(
            ("Alerts:Mail", "teamleider@wonen.example"), ("Mailbox:TemplateFolder", _folder["leeg"]),
            ("Alerts:Ends", $"SignIn:ClientSecret={soon:yyyy-MM-dd},Postex:Token=2100-01-01"));

        var round = app.Services.GetRequiredService<WatchRound>();
        await round.RunAsync(Cancellation);
        // The app looked as well when it started, and may be the one that tells it.
        await Waiting.ForAsync("a post", () => !_posts.IsEmpty);
        var told = Told();
        Assert.Equal(("Ending", $"SignIn:ClientSecret {soon:yyyy-MM-dd}"), (told.Kind, told.Subject));
        Assert.Equal("https://codes.example.nl/status", told.Link);

        _clock.By += TimeSpan.FromMinutes(6);
        await round.RunAsync(Cancellation);
        Assert.Equal("Templates", Told().Kind);

        var mails = await Waiting.ForAsync(
            "the mails", () => Task.FromResult(MailsTo(app, "teamleider@wonen.example")), mails => mails.Count > 1, _ => "none");
        Assert.Equal(2, mails.Count);
        Assert.Single(mails, mail => mail.Contains("SignIn:ClientSecret", StringComparison.Ordinal));
    }

    public async ValueTask InitializeAsync() => _site = await LoopbackSite.StartAsync(
        site => site.MapPost("/haak", async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (_isRefused)
            context.Response.StatusCode = (int)HttpStatusCode.BadGateway;
        else
            _posts.Enqueue((Encoding.UTF8.GetString(body.ToArray()), $"{context.Request.Headers[AlertSender.SignatureHeader]}"));
    }));

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        _folder.Dispose();
    }

    private static List<string> MailsTo(TestApp app, string address) => [.. Directory
        .EnumerateFiles(app.DataFolder, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText)
        .Where(mail => mail.Contains(address, StringComparison.Ordinal))];

    private TestApp Start(params (string Key, string Value)[] more) => new(new()
    {
        Folder = _folder.Path,
        Clock = _clock,
        Settings = new(more.Select(one => KeyValuePair.Create(one.Key, one.Value)))
        {
            ["Alerts:Webhook"] = new Uri(_site!.Address, "haak").AbsoluteUri,
            ["Alerts:WebhookKey"] = Key,
            ["Alerts:SiteAddress"] = "https://codes.example.nl",
            ["Umbrella:Mode"] = "Manual",
            ["Viewpoint:Mode"] = "Manual",
            ["Postex:Mode"] = "Manual",
            // By hand, and not by itself.
            ["Alerts:CheckSeconds"] = "600",
        },
    });

    // The one disturbance of the one post, whose signature is right.
    private (string Kind, string Subject, bool IsOver, string Text, string? Link) Told()
    {
        Assert.True(_posts.TryDequeue(out var post));
        Assert.Empty(_posts);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(post.Body));
        Assert.Equal($"sha256={Convert.ToHexStringLower(signature)}", post.Signature);
        var one = Assert.Single(JsonDocument.Parse(post.Body).RootElement.GetProperty("disturbances").EnumerateArray());
        return (
            one.GetProperty("kind").GetString()!, one.GetProperty("subject").GetString()!,
            one.GetProperty("overAt").ValueKind is not JsonValueKind.Null, one.GetProperty("text").GetString()!,
            one.GetProperty("link").GetString());
    }
}
