using ActivationWizard.App.Background;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Inbox;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>A component by itself, in Dutch, on the morning of 23 November 2026.</summary>
public abstract class Screen : BunitContext
{
    private readonly FixedCulture _dutch = new("nl-NL");

    // Bunit's own is a second: too short on a busy machine.
    static Screen() => DefaultWaitTimeout = Waiting.Limit;

    protected Screen()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<Moments>();
        Services.AddScoped<PlayingLine>();
        Services.AddSingleton(new Installation(InstallationMode.Demo, "/data"));
        Services.AddSingleton(Sample.Settings);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<ISessionDoor>(new OpenDoor());
        // Nobody on these screens has a session to look up.
        Services.AddSingleton(new SessionRecords(null!, null!, null!)).AddSingleton<SessionSettings>();
        Services.AddSingleton<Sessions>().AddSingleton<OpenSessions>();
        Services.AddSingleton<CaseFeed>();
        Services.AddSingleton<IOpenCases>(Watched);
        // Whoever has something in the inbox of these screens registers a desk of its own.
        Services.AddScoped(provider => new InboxDesk(
            provider.GetRequiredService<CurrentActor>(), null!, null!, null!, provider.GetRequiredService<CaseFeed>(),
            new NoJournalNews()));
        Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>().AddSingleton<SealedWords>();
        Services.AddScoped<AntiforgeryStateProvider, NoAntiforgery>();
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 14, 0, TimeSpan.Zero));

    /// <summary>The cases that the feed finds.</summary>
    internal StandingCases Watched { get; } = new();

    /// <summary>Opens all that is folded, one after the other, also what is folded in it.</summary>
    protected static IRenderedComponent<TComponent> Unfold<TComponent>(IRenderedComponent<TComponent> screen)
        where TComponent : IComponent
    {
        for (var opened = 0; screen.FindAll("details[blazor\\:ontoggle]") is var folds && opened < folds.Count; opened++)
            folds[opened].TriggerEvent("ontoggle", EventArgs.Empty);
        return screen;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _dutch.Dispose();
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
