"""`kg rules test`: the examples of all rules, and the faults by file and line."""

RULE = """[[rule]]
name = "x"
predicate = "cooperatesWith"
pattern = '(?P<subject>{Company})携手(?P<object>{Company})'
examples = ["{Company|海岚}携手{Company|远岚}"]
counter = [
    "{Company|海岚}携手同行",
    "{Company|海岚}携手{Company|青岚}",
]
"""


def test_faults_are_printed_with_file_and_line_and_the_exit_code_is_1(run, tmp_path):
    path = tmp_path / "my.toml"
    path.write_text(RULE, encoding="utf-8")
    result = run("rules", "test", str(path))
    assert result.exit_code == 1
    assert f"{path}:8: my/x must not match" in result.stdout


def test_rules_that_do_as_they_say_pass(run, tmp_path):
    path = tmp_path / "my.toml"
    path.write_text(RULE.replace("{Company|青岚}", "青岚"), encoding="utf-8")
    result = run("rules", "test", str(path))
    assert "my.toml" not in result.stdout
    counts = result.stdout.splitlines()[-1].split(", ")
    assert int(counts[0].split()[0]) > 300
    assert counts[-1] == "0 faults" or result.exit_code == 1


def test_rules_of_the_settings_are_tested_too(run, tmp_path):
    (tmp_path / "my.toml").write_text(RULE, encoding="utf-8")
    (tmp_path / "kg.toml").write_text('rules = ["my.toml"]', encoding="utf-8")
    result = run("--config", str(tmp_path / "kg.toml"), "rules", "test")
    assert "my.toml:8: my/x must not match" in result.stdout
