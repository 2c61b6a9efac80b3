using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>The whole replay of a case, with what stands below it, drawn by the renderer that a circuit has.</summary>
internal sealed class ReplayWindow : Screen
{
    private readonly ReplaySession _session;
    private readonly IRenderedComponent<ReplayView> _view;

    public ReplayWindow(ReplaySession session, JournalHost host)
    {
        var world = new World();
        Services.AddSingleton(host.Get<CaseComments>()).AddSingleton(host.Get<CaseAccesses>());
        Services.AddSingleton(new FactsNow(
            new FactGathering(world.Viewpoint, world.Umbrella, world.Postex, world.Journal, world.Settings, world.Clock),
            host.Finished));
        _session = session;
        _view = Render<ReplayView>(Set(session, 1));
    }

    /// <summary>Moves to an event; it is drawn when this returns.</summary>
    public void Show(int sequence) => _view.Render(Set(_session, sequence));

    private Action<ComponentParameterCollectionBuilder<ReplayView>> Set(ReplaySession session, int at) => parameters => parameters
        .Add(view => view.Session, session)
        .Add(view => view.At, at)
        .Add(view => view.HrefOf, HrefOf)
        .Add(view => view.OnMove, EventCallback.Factory.Create<int>(this, _ => { }))
        .Add<ReplayAside>(view => view.Below, aside => aside
            .Add(one => one.Moment, session.At(at))
            .Add(one => one.Actor, DemoPeople.Els)
            .Add(one => one.HrefOf, HrefOf));

    private string HrefOf(int sequence) => Urls.ForReplay(_session.Final.Number.ToString(), sequence);
}
