using ActivationWizard.App.Controls;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Xunit;

namespace ActivationWizard.Tests.Components;

public sealed class LeavesTests : Screen
{
    [Theory]
    [InlineData(MarkKind.Ok, "Klopt")]
    [InlineData(MarkKind.Difference, "Verschil")]
    [InlineData(MarkKind.Unknown, "Onbekend")]
    [InlineData(MarkKind.Busy, "Bezig")]
    [InlineData(MarkKind.Waiting, "Wacht")]
    [InlineData(MarkKind.Problem, "Er is een probleem")]
    [InlineData(MarkKind.Done, "Klaar")]
    public void Mark_OfEachKind_HasASignAWordAndAColour(MarkKind kind, string word)
    {
        var mark = Render(Mark.Of(kind)).Find(".aw-mark");
        Assert.EndsWith(word, mark.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", mark.QuerySelector(".aw-sign")!.GetAttribute("aria-hidden"));
        Assert.NotEmpty(mark.QuerySelector(".aw-sign")!.TextContent);
        Assert.Equal(2, mark.ClassList.Length);
    }

    [Fact]
    public void Mark_WithAWordOfItsOwn_SaysThat() => Assert.EndsWith("Wordt geactiveerd",
        Render(Mark.Of(MarkKind.Busy, "Wordt geactiveerd")).Find(".aw-mark").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Moment_OfThisMorning_IsShortAndHasTheFullDate()
    {
        var time = Render(When.Brief(Clock.GetUtcNow(), Services.GetRequiredService<Moments>())).Find("time");
        Assert.Equal("vandaag 9:14", time.TextContent);
        Assert.Equal("2026-11-23T09:14:00+01:00", time.GetAttribute("datetime"));
        Assert.Equal("maandag 23 november 2026 9:14:00", time.GetAttribute("title"));
    }

    [Theory]
    [InlineData(new[] { 1, 1 }, new[] { 1 })]
    [InlineData(new[] { 1, 2 }, new[] { 1, 2 })]
    [InlineData(new[] { 1, 2, 1, 1 }, new[] { 1, 2, 1 })]
    public void Still_GivenOneThingAfterTheOther_DrawsWhatIsAnother(int[] given, int[] drawn)
    {
        List<int> seen = [];
        var still = Render<Counted>(parameters => parameters.Add(one => one.Number, given[0]).Add(one => one.Seen, seen));
        foreach (var next in given.Skip(1))
            still.Render(parameters => parameters.Add(one => one.Number, next));

        Assert.Equal(drawn, seen);
    }

    private sealed class Counted : Still
    {
        [Parameter]
        public int Number { get; set; }

        [Parameter]
        public List<int> Seen { get; set; } = [];

        protected override object Shown => Number;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => Seen.Add(Number);
    }

    [Fact]
    public void StatusLine_BeforeItHasAnythingToSay_IsThere()
    {
        var line = Render<StatusLine>();
        Assert.Empty(line.Find("[role=status]").TextContent);
        line.Render(parameters => parameters.Add(status => status.Text, "2 mensen gevonden"));
        Assert.Equal("2 mensen gevonden", line.Find("[role=status]").TextContent);
    }

    [Fact]
    public void ErrorSummary_WithErrors_LinksToTheFieldsAndTakesTheFocus()
    {
        FieldError[] errors = [new("naam", "Vul de naam in"), new("postcode", "Vul een postcode in, zoals 1234 AB")];
        var summary = Render<ErrorSummary>(parameters => parameters.Add(summary => summary.Errors, errors));
        Assert.Equal("Er is een probleem", summary.Find("h2").TextContent);
        Assert.Equal(["naam", "postcode"], summary.FindAll("a").Select(link => link.GetAttribute("data-focus")));
        Assert.Equal(["/#naam", "/#postcode"], summary.FindAll("a").Select(link => link.GetAttribute("href")));
        JSInterop.VerifyFocusAsyncInvoke(1);
        summary.Render(parameters => parameters.Add(summary => summary.Errors, [errors[1]]));
        JSInterop.VerifyFocusAsyncInvoke(2);
    }

    [Fact]
    public void ErrorSummary_WithoutErrors_IsNotThere()
    {
        Assert.Empty(Render<ErrorSummary>(parameters => parameters.Add(summary => summary.Errors, [])).Markup.Trim());
        JSInterop.VerifyNotInvoke("Blazor._internal.domWrapper.focus");
    }

    [Fact]
    public async Task ActionButton_PressedAgainWhileBusy_DoesItOnce()
    {
        var presses = 0;
        var done = new TaskCompletionSource();
        var button = Render<ActionButton>(parameters => parameters
            .AddChildContent("Verstuur de code per brief")
            .Add(button => button.OnPress, EventCallback.Factory.Create(this, async () =>
            {
                presses++;
                await done.Task;
            })));
        var first = button.Find("button").ClickAsync(new MouseEventArgs());
        var second = button.Find("button").ClickAsync(new MouseEventArgs());
        Assert.Equal("Bezig…", button.Find("button").TextContent.Trim());
        Assert.Equal("true", button.Find("button").GetAttribute("aria-disabled"));
        Assert.False(button.Find("button").HasAttribute("disabled"));
        done.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(1, presses);
        Assert.Equal("Verstuur de code per brief", button.Find("button").TextContent.Trim());
    }

    [Fact]
    public void PageHeading_OfAStep_IsTheTitleToo()
    {
        var head = Render<Microsoft.AspNetCore.Components.Web.HeadOutlet>();
        Render<PageHeading>(parameters => parameters
            .Add(heading => heading.Text, "Controleer de gegevens")
            .Add(heading => heading.Above, "Stap 2 van 4")
            .Add(heading => heading.HasError, true));
        head.WaitForAssertion(() =>
            Assert.Equal("Fout: Stap 2 van 4: Controleer de gegevens – Activatiecodes", head.Find("title").TextContent));
    }

    [Fact]
    public void PageHeading_OnTheSecondPageOfAVisit_TakesTheFocus()
    {
        var arrivals = JSInterop.SetupModule("./focus.js").SetupVoid("arriveAt", _ => true).SetVoidResult();
        var visit = new Visit();
        var heading = Show("Werkvoorraad");
        Assert.Equal("-1", heading.Find("h1").GetAttribute("tabindex"));
        Assert.Empty(arrivals.Invocations);
        Services.GetService<NavigationManager>()!.NavigateTo("/status");
        Show("Status");
        Assert.Single(arrivals.Invocations);

        IRenderedComponent<PageHeading> Show(string text) => Render<PageHeading>(parameters => parameters
            .Add(heading => heading.Text, text)
            .AddCascadingValue(visit));
    }

    [Fact]
    public void PageHeading_WhosePageWentOnWhileItsScriptCame_LeavesTheFocusWhereItIs()
    {
        var script = new SlowScript();
        Services.AddSingleton<IJSRuntime>(script);
        var visit = new Visit();
        visit.IsArrivalAt("/elsewhere");
        var heading = Render<PageHeading>(parameters => parameters
            .Add(heading => heading.Text, "Voer uit")
            .AddCascadingValue(visit));

        heading.Render(parameters => parameters.Add(heading => heading.TakesFocus, false));
        script.Comes();

        heading.WaitForAssertion(() => Assert.True(script.IsGone));
        Assert.Empty(script.Calls);
    }

    /// <summary>A script that is not there until it is said to be.</summary>
    private sealed class SlowScript : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource<object> _module = new();

        public List<string> Calls { get; } = [];

        public bool IsGone { get; private set; }

        public void Comes() => _module.SetResult(this);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            if (identifier is "import")
                return (TValue)await _module.Task;
            Calls.Add(identifier);
            return default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            IsGone = true;
            return ValueTask.CompletedTask;
        }
    }
}
