using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// The whole app with a case that ended in a letter, whose code Umbrella still has, and others that a test finishes.
/// </summary>
public sealed class ExportsApp : IAsyncLifetime
{
    internal TestApp App { get; } = new();

    /// <summary>The case of the letter.</summary>
    public CaseNumber ByLetter { get; private set; } = null!;

    /// <summary>The code in that letter.</summary>
    public string Code { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        ByLetter = await App.NumberOfAsync("B. van den Brief");
        var desk = App.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(ByLetter);
        var proposed = await App.UntilAsync(ByLetter, one => one.State is ActivationState.AwaitingDecision);
        await desk.AnswerAsync(ByLetter, proposed.Version, new AcceptProposal(new Acceptance()));
        var done = await App.UntilAsync(ByLetter, one => one.State.IsFinal);
        Assert.Equal(ActivationState.SentByLetter, done.State);
        Code = await CodeOfAsync(done.Facts.Person.Value!.Party!.Code);
    }

    /// <summary>A case that Sanne finished, for this name.</summary>
    public Task<CaseNumber> FinishAsync(string name = "Anna van der Jansen") => App.Services.GetRequiredService<ICaseJournal>()
        .TellAsync(Story.Request(name), number => Story.ToTheEnd(number, DemoPeople.Sanne));

    /// <summary>
    /// The file at an address, in which words are in clear, as a team lead who reads this language gets it.
    /// </summary>
    public async Task<byte[]> BytesAsync(string address, string type, string language = "nl-NL")
    {
        using var visitor = App.Visitor();
        visitor.SetCookie(
            CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(language)));
        await visitor.SignInAsync(DemoPeople.Els);
        using var answer = await visitor.Http.GetAsync(App.Sealed(DemoPeople.Els, address), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<string> CodeOfAsync(string partyCode)
    {
        var umbrella = App.Services.GetRequiredService<IUmbrella>();
        var customers =
            Assert.IsType<Reply<IReadOnlyList<Customer>>.Answered>(await umbrella.FindCustomersAsync(partyCode, Cancellation));
        var read = Assert.IsType<Reply<CodeReading>.Answered>(await umbrella.ReadCodeAsync(
            Assert.Single(customers.Value).Id, Cancellation));
        return Assert.IsType<ActivationCode>(read.Value.Code).Reveal();
    }
}
