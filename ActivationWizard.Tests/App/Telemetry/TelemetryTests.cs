using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace ActivationWizard.Tests.App.Telemetry;

/// <summary>What a collector gets of real cases: how they went, and nothing of whom they are about.</summary>
public sealed class TelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cases_FromRequestToEnd_AreTracedAndCountedAndNameNobody()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        string number, opened;
        await using (var app = new TestApp(new()
        {
            Settings =
            {
                ["Telemetry:Endpoint"] = collector.Address,
                ["Telemetry:IntervalSeconds"] = "1",
                ["Telemetry:Headers"] = "x-key=geheim",
            },
        }))
        {
            opened = await PostAsync(app);
            // It ends, and takes nothing of the other's along.
            await using (new TestApp())
                await app.NumberOfAsync("E. Mailstra");
            var taken = await app.NumberOfAsync("E. Mailstra");
            number = $"{taken}";
            var desk = app.DeskOf(DemoPeople.Sanne);
            await desk.TakeAsync(taken);
            var proposed = await app.UntilAsync(taken, one => one.State is ActivationState.AwaitingDecision);
            await desk.AnswerAsync(taken, proposed.Version, new AcceptProposal(new Acceptance()));
            await app.UntilAsync(taken, one => one.State is ActivationState.SentByEmail);
            var mailed = Assert.Single(app.LedgerOf(await app.CaseAsync(taken)), one => one.Effect == SandboxEffects.MailCode);

            // A case that goes well is told of by its journal, and by no line of the log.
            Assert.DoesNotContain(app.Log.GetSnapshot(), line =>
                line.Level >= LogLevel.Information && line.Message.Contains(number, StringComparison.Ordinal));

            // From the answer of a person over the runner to the system, which was given the same correlation id.
            var call = await SpanAsync(collector, one => one.Tags.GetValueOrDefault(Correlation) == mailed.CorrelationId);
            var act = await SpanAsync(collector, one => one.Name is "answer" && one.Trace == call.Trace);
            // A run that still goes on since the case was taken does what was agreed to meanwhile as well.
            Assert.Contains(act.Tags[Answer], new[] { nameof(TakeNewCase), nameof(AcceptProposal) });
            var written = await SpanAsync(collector, one => one.Name is "journal append" && one.Trace == act.Trace
                && one.Tags[Events].Contains(nameof(ActivationRequested), StringComparison.Ordinal));
            Assert.Equal([number, number], [act.Tags[Case], written.Tags[Case]]);
            Assert.Equal("Umbrella", call.Tags["activationwizard.system"]);
            Assert.Equal("", act.Parent);

            // From the request of the website over the queue to the systems that are asked.
            var made = await SpanAsync(collector, one => one.Name is "journal open" && one.Tags[Case] == opened);
            await SpanAsync(collector, one => one.Trace == made.Trace && one.Name == $"POST {Urls.Intake}");
            await SpanAsync(collector, one => one.Trace == made.Trace && one.Name is "run" && one.Tags[Case] == opened);
            await SpanAsync(
                collector, one => one.Trace == made.Trace && one.Name.StartsWith("Viewpoint ", StringComparison.Ordinal));

            string[] expected =
            [
                "activationwizard.cases.open", "activationwizard.cases.oldest", "activationwizard.cases.closed",
                "activationwizard.messages.open", "activationwizard.messages.oldest", "activationwizard.effects",
                "activationwizard.queue.length", "activationwizard.queue.lag",
                "activationwizard.systems.calls", "activationwizard.systems.breaker.open", "activationwizard.journal.commits",
            ];
            await Waiting.ForAsync(
                "the metrics", () => Task.FromResult(expected.Except(collector.Metrics).ToList()), missing => missing.Count is 0,
                missing => string.Join(", ", missing));
        }

        Assert.All(collector.Keys, key => Assert.Equal("geheim", key));
        string[] forbidden =
        [
            "KANARIE", "Mailstra", "5611 CD", "5611CD", "Merelstraat", "Sanne", "SELECT ", "INSERT ", "127.0.0.1", "Mozilla",
            "geheim",
        ];
        var everything = collector.Everything;
        Assert.DoesNotContain(forbidden, text => everything.Contains(text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(collector.Spans, one => one.Tags.Values.Append(one.Name).Any(text => text.Contains('@')));
        Assert.All(
            collector.Spans.SelectMany(one => one.Tags.Keys), key => Assert.Matches("^(activationwizard|http|error)[.]", key));
    }

    [Fact]
    public async Task App_WithoutAnEndpoint_CollectsNothing()
    {
        await using var app = new TestApp();

        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    private const string Case = "activationwizard.case";
    private const string Answer = "activationwizard.answer";
    private const string Events = "activationwizard.events";
    private const string Correlation = "activationwizard.correlation";

    // Several tests run in this process, and each app's spans come to each collector: what is looked for says whose it is.
    private static Task<ReceivedSpan> SpanAsync(OtlpReceiver collector, Func<ReceivedSpan, bool> isIt) => Waiting.ForAsync(
        "a span", () => Task.FromResult(collector.Spans.FirstOrDefault(isIt)), one => one is not null,
        _ => string.Join('\n', collector.Spans.Select(one => one.Name).Distinct()))!;

    private static async Task<string> PostAsync(TestApp app)
    {
        using var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.Intake)
        {
            Headers = { { "X-Api-Key", "demo-aanvragen-sleutel" }, { "Idempotency-Key", $"{Guid.NewGuid()}" } },
            Content = JsonContent.Create(new
            {
                aanvrager = "huurder",
                naam = "K. KANARIE",
                postcode = "5611 CD",
                huisnummer = "12",
                emailadres = "kanarie@kanarie.example",
                opmerking = "KANARIE",
                soort = "eerste",
            }),
        };
        using var answer = await visitor.Http.SendAsync(request, Cancellation);
        var said = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.OK, said);
        return Regex.Match(said, @"\d{4}-\d{5}").Value;
    }
}
