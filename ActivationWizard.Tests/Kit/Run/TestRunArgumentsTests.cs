namespace ActivationWizard.Tests.Kit.Run;

public sealed class TestRunArgumentsTests
{
    private const string Everyday = "--filter-not-trait Level=Nightly";
    private const string Nightly = "--filter-trait Level=Nightly";

    [Theory]
    [InlineData("", Everyday, true, true)]
    [InlineData("--nightly", Nightly, true, true)]
    [InlineData("--nightly --no-install", Nightly, false, true)]
    [InlineData("--nightly --filter-class A", $"--filter-class A {Nightly}", true, true)]
    [InlineData("--filter-class A", "--filter-class A", true, true)]
    [InlineData("--no-install --filter-class A", "--filter-class A", false, true)]
    [InlineData("--list-tests", $"--list-tests {Everyday}", false, false)]
    [InlineData("--help", "--help", false, false)]
    [InlineData("--coverage", $"--coverage {Everyday}", true, false)]
    [InlineData(
        "--coverage --internal-testhostcontroller-pid 7", $"--coverage --internal-testhostcontroller-pid 7 {Everyday}",
        true, true)]
    [InlineData("--server dotnettestcli", $"--server dotnettestcli {Everyday}", false, false)]
    [InlineData("--server --client-port 7", "--server --client-port 7", false, false)]
    public void Read_CommandLine_SaysWhatTheRunNeeds(string line, string forPlatform, bool needsTools, bool printsTally)
    {
        var run = TestRunArguments.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(forPlatform, string.Join(' ', run.ForPlatform));
        Assert.Equal(needsTools, run.NeedsTools);
        Assert.Equal(printsTally, run.PrintsTally);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("--benchmark start", "start")]
    [InlineData("--no-install --benchmark start", "start")]
    [InlineData("--benchmark", "")]
    public void Read_Benchmark_IsTheNameThatFollows(string line, string? name) =>
        Assert.Equal(name, TestRunArguments.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Benchmark);

    [Theory]
    [InlineData("", null)]
    [InlineData("--mutations", "")]
    [InlineData("--mutations intake --no-install", "intake")]
    public void Read_Mutations_IsThePartThatFollows(string line, string? part) =>
        Assert.Equal(part, TestRunArguments.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Mutations);

    [Theory]
    [InlineData("", null, null)]
    [InlineData("--faults", "", null)]
    [InlineData("--faults random --seed 7", "random", 7)]
    [InlineData("--faults --no-install", "", null)]
    public void Read_Faults_IsThePartThatFollows(string line, string? part, int? seed)
    {
        var run = TestRunArguments.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((part, seed), (run.Faults, run.Seed));
    }
}
