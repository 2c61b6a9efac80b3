using ActivationWizard.App;
using ActivationWizard.App.Components.Replay;
using ActivationWizard.App.Replaying;
using ActivationWizard.Tests.App.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>The whole replay of a case, drawn by the renderer that a circuit has.</summary>
internal sealed class ReplayWindow : Screen
{
    private readonly ReplaySession _session;
    private readonly IRenderedComponent<ReplayView> _view;

    public ReplayWindow(ReplaySession session) => (_session, _view) = (session, Render<ReplayView>(Set(session, 1)));

    /// <summary>Moves to an event; it is drawn when this returns.</summary>
    public void Show(int sequence) => _view.Render(Set(_session, sequence));

    private Action<ComponentParameterCollectionBuilder<ReplayView>> Set(ReplaySession session, int at) => parameters => parameters
        .Add(view => view.Session, session)
        .Add(view => view.At, at)
        .Add(view => view.HrefOf, sequence => Urls.ForReplay(session.Final.Number.ToString(), sequence))
        .Add(view => view.OnMove, EventCallback.Factory.Create<int>(this, _ => { }));
}
