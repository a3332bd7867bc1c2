"""The pictures of README, made from the sample certification-ice as it is drafted today."""
