using System.Net;
using System.Net.Http.Json;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Cases;

/// <summary>The door for what is filled in: for whom it opens, and for how much.</summary>
public sealed class DraftEndpointTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_ByWhoHandlesTheCase_SaysWhenItWasKept()
    {
        var taken = await TakenAsync("E. Mailstra");
        using var sanne = await SignedInAsync(DemoPeople.Sanne);

        using var answer = await PostAsync(sanne, taken, "de huurder belde");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("^Bewaard [0-9]{1,2}:[0-9]{2}$", await answer.Content.ReadAsStringAsync(Cancellation));
        var draft = await app.Services.GetRequiredService<CaseDrafts>().OfAsync(
            taken.Number, taken.Question, DemoPeople.Sanne, Cancellation);
        Assert.Equal("de huurder belde", draft.Fields["reden-sluiten"]);
        Assert.Equal(taken.Version, (await app.Runner.LoadAsync(taken.Number, Cancellation))!.Version);
    }

    [Fact]
    public async Task Post_ByAnybodyElse_IsNotKept()
    {
        var taken = await TakenAsync("P. Postma");
        using var nobody = app.Visitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(nobody, taken, "x")).StatusCode);
        using var tom = await SignedInAsync(DemoPeople.Tom);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(tom, taken, "x")).StatusCode);
        Assert.Empty((await app.Services.GetRequiredService<CaseDrafts>().OfAsync(
            taken.Number, taken.Question, DemoPeople.Tom, Cancellation)).Fields);
        using var bram = await SignedInAsync(DemoPeople.Bram);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(bram, taken, "x")).StatusCode);
    }

    [Fact]
    public async Task Post_FromAPageOfAnotherSite_IsRefused()
    {
        var taken = await TakenAsync("S. de Vries");
        using var sanne = await SignedInAsync(DemoPeople.Sanne);
        sanne.Http.DefaultRequestHeaders.Add("Origin", "https://elders.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(sanne, taken, "x")).StatusCode);
    }

    [Theory]
    [InlineData("2026-999999", HttpStatusCode.NoContent)]
    [InlineData("x", HttpStatusCode.NotFound)]
    public async Task Post_NoSuchCase_IsNotKept(string number, HttpStatusCode status)
    {
        using var sanne = await SignedInAsync(DemoPeople.Sanne);

        using var answer = await sanne.Http.PostAsJsonAsync(
            Urls.ForStep(number, "concept"),
            new { question = 1, fields = new Dictionary<string, string> { ["a"] = "b" } }, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Post_MoreThanAPageHas_IsRefused()
    {
        var taken = await TakenAsync("V. Verschil");
        using var sanne = await SignedInAsync(DemoPeople.Sanne);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(sanne, taken, new string('x', 100_000))).StatusCode);
        using var form = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest,
            (await sanne.Http.PostAsync(Urls.ForDraft(taken.Number), form, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("""{"question":1,"fields":{"a":null}}""")]
    [InlineData("""{"question":1,"fields":null}""")]
    [InlineData("""{"question":1,"fields":{"a":{}}}""")]
    [InlineData("""{"question":1,"fields":{"a":"\ud800"}}""")]
    [InlineData("""{"question":99999999999,"fields":{"a":"b"}}""")]
    [InlineData("""{"question":1,"fields":{"a":1}}""")]
    [InlineData("""{"question":1,"fields":{"a":true}}""")]
    [InlineData("""{"question":1,"fields":{"a":["b"]}}""")]
    [InlineData("""{"question":1,"fields":{"\ud800":"b"}}""")]
    [InlineData("""{"question":1,"fields":[]}""")]
    [InlineData("""{"question":1,"fields":"a"}""")]
    [InlineData("""{"question":1}""")]
    [InlineData("""{"question":null,"fields":{"a":"b"}}""")]
    [InlineData("""{"question":1.5,"fields":{"a":"b"}}""")]
    [InlineData("""{"question":{},"fields":{"a":"b"}}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Post_WhatIsNoDraft_IsRefused(string body)
    {
        var number = await app.NumberOfAsync("V. Verschil");
        using var sanne = await SignedInAsync(DemoPeople.Sanne);
        using var form = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        Assert.Equal(
            HttpStatusCode.BadRequest, (await sanne.Http.PostAsync(Urls.ForDraft(number), form, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("a", "\\u0000 \\u0007 \\u001b[2K \\u0085")]
    [InlineData("a", "\\u202e\\u2066 \\u2028\\u2029 \\ufffe\\uffff")]
    [InlineData("\\u0000\\u202e", "x")]
    [InlineData("", "x")]
    public async Task Post_TextThatNobodyTypes_IsNoFailureOfOurs(string name, string text)
    {
        var number = await app.NumberOfAsync("V. Verschil");
        using var sanne = await SignedInAsync(DemoPeople.Sanne);
        using var form = new StringContent(
            $$$"""{"question":1,"fields":{"{{{name}}}":"{{{text}}}"}}""", System.Text.Encoding.UTF8, "application/json");

        using var answer = await sanne.Http.PostAsync(Urls.ForDraft(number), form, Cancellation);

        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    private async Task<ActivationCase> TakenAsync(string name)
    {
        var number = await app.NumberOfAsync(name);
        await app.DeskOf(DemoPeople.Sanne).TakeAsync(number);
        return await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
    }

    private async Task<Visitor> SignedInAsync(Actor person)
    {
        var visitor = app.Visitor();
        await visitor.SignInAsync(person);
        return visitor;
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, ActivationCase activation, string text) =>
        visitor.Http.PostAsJsonAsync(
        Urls.ForDraft(activation.Number),
        new { question = activation.Question, fields = new Dictionary<string, string> { ["reden-sluiten"] = text } },
        Cancellation);
}
