using System.Globalization;

namespace ActivationWizard.Tests.Kit.Basics;

public sealed class BasicsTests
{
    [Fact]
    public void TemporaryFolder_Disposed_IsGoneWithItsFiles()
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder["file.txt"], "x");

        folder.Dispose();

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task FixedCulture_AcrossAnAwait_HoldsUntilDisposed()
    {
        Assert.Equal("1,5", 1.5m.ToString(CultureInfo.CurrentCulture));
        using (new FixedCulture("en-GB"))
        {
            await Task.Yield();
            Assert.Equal("1.5", 1.5m.ToString(CultureInfo.CurrentCulture));
        }
        Assert.Equal("nl-NL", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void FixedTime_Clock_StandsStillInAmsterdam()
    {
        var clock = FixedTime.Clock();

        Assert.Equal(new DateTime(2026, 9, 7, 10, 15, 0), clock.GetLocalNow().DateTime);
        Assert.Equal(FixedTime.Start, clock.GetUtcNow());
    }
}
